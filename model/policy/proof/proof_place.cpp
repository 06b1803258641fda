#include "model/policy/proof/proof_place.h"

#include <algorithm>
#include <string_view>

#include "model/policy/arn.h"
#include "model/policy/read.h"

namespace gw {
namespace {

/// Whether a policy of this type may be what the document says; what AWS refuses for other reasons than its type counts
/// not. One without statements can be any.
bool readsAs(const ProofPolicy& policy, PolicyType type) {
    return policy.policy.statements.empty() ||
           std::ranges::all_of(readPolicy(policy.document, type).problems, [](const PolicyProblem& problem) {
               return problem.kind == PolicyProblem::Kind::BadSid || problem.isEndpointLimit();
           });
}

/// Twelve digits, unlike those given.
std::string anotherAccount(std::string_view account) {
    return account == "999988887777" ? "444455556666" : "999988887777";
}

/// A caller of an account whose name no statement asks for: the one that the request's keys tell of, else one of the
/// resource's account.
std::string callerFor(const RequestExample& request) {
    if (const KeyValues* arn = request.valuesOf("aws:principalarn"); arn && arn->size() == 1) {
        const RequestPrincipal principal = RequestPrincipal::of(arn->front());
        if (principal.belongsToAccount() && !principal.isServiceLinkedRole() &&
            principal.kind() != RequestPrincipal::Kind::Root &&
            principal.kind() != RequestPrincipal::Kind::FederatedUser)
            return arn->front();
    }
    std::string account = "111122223333";
    if (const auto arn = Arn::parse(request.resource); arn && isAccountNumber(arn->account)) account = arn->account;
    if (const KeyValues* key = request.valuesOf("aws:principalaccount");
        key && key->size() == 1 && isAccountNumber(key->front()))
        account = key->front();
    return "arn:aws:iam::" + account + ":user/someone";
}

}  // namespace

std::vector<ProofPlace> placesOf(const ProofPolicy& policy, bool beside) {
    switch (policy.policy.type) {
        case PolicyType::Identity:
            return {ProofPlace::Identity, ProofPlace::DelegatedIdentity};
        case PolicyType::ServiceControl:
            return {ProofPlace::ServiceControl};
        case PolicyType::Endpoint:
            return {ProofPlace::Endpoint};
        default:
            break;
    }
    std::vector<ProofPlace> places{beside ? ProofPlace::OwnResource : ProofPlace::Resource};
    if (readsAs(policy, PolicyType::Endpoint)) places.push_back(ProofPlace::Endpoint);
    if (beside && readsAs(policy, PolicyType::ResourceControl)) places.push_back(ProofPlace::ResourceControl);
    return places;
}

CounterExample placed(const RequestExample& request, const SharedPolicy& policy, ProofPlace place, bool beside) {
    CounterExample made{request};
    // A policy without statements, which no reader takes, says nothing.
    const auto attach = [&](PolicyType type, const SharedPolicy& each) {
        if (!each->policy.statements.empty()) made.policies.push_back({type, each});
    };
    const auto attachEverything = [&](PolicyType type) { attach(type, everythingPolicy(type)); };
    const bool callerIsFree =
        place == ProofPlace::Identity || place == ProofPlace::DelegatedIdentity || place == ProofPlace::ServiceControl;
    if (callerIsFree) made.request.principal = callerFor(request);
    const RequestPrincipal caller = RequestPrincipal::of(made.request.principal);
    const auto arn = Arn::parse(request.resource);
    const std::string owner = arn && isAccountNumber(arn->account) ? std::string(arn->account) : std::string();
    if (callerIsFree && owner != caller.account()) made.resourceAccount = caller.account();
    if (caller.kind() == RequestPrincipal::Kind::FederatedUser && place != ProofPlace::OwnResourceAlone)
        attachEverything(PolicyType::Session);
    switch (place) {
        case ProofPlace::DelegatedIdentity:
            attach(PolicyType::Resource, delegatingPolicy(caller.account()));
            [[fallthrough]];
        case ProofPlace::Identity:
            if (beside) attachEverything(PolicyType::Identity);
            attach(PolicyType::Identity, policy);
            break;
        case ProofPlace::ServiceControl:
            attachEverything(PolicyType::Identity);
            attachEverything(PolicyType::Resource);
            if (beside) attachEverything(PolicyType::ServiceControl);
            attach(PolicyType::ServiceControl, policy);
            break;
        case ProofPlace::Resource:
            if (owner.empty() || owner == caller.account()) made.resourceAccount = anotherAccount(caller.account());
            if (caller.belongsToAccount()) attachEverything(PolicyType::Identity);
            attach(PolicyType::Resource, policy);
            break;
        case ProofPlace::OwnResource:
            made.resourceAccount = caller.account();
            if (caller.belongsToAccount()) attachEverything(PolicyType::Identity);
            attach(PolicyType::Resource, policy);
            break;
        case ProofPlace::OwnResourceAlone:
            made.resourceAccount = caller.account();
            attach(PolicyType::Resource, policy);
            break;
        case ProofPlace::Endpoint:
            if (caller.belongsToAccount()) attachEverything(PolicyType::Identity);
            attachEverything(PolicyType::Resource);
            if (beside) attachEverything(PolicyType::Endpoint);
            attach(PolicyType::Endpoint, policy);
            break;
        case ProofPlace::ResourceControl:
            made.resourceAccount = caller.account();
            if (caller.belongsToAccount()) attachEverything(PolicyType::Identity);
            attachEverything(PolicyType::Resource);
            attach(PolicyType::ResourceControl, policy);
            break;
    }
    return made;
}

}  // namespace gw
