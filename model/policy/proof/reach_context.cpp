#include "model/policy/proof/reach_context.h"

#include <algorithm>
#include <set>
#include <string>

#include "model/policy/arn.h"

namespace gw {
namespace {

using Kind = RequestPrincipal::Kind;

bool isOfResource(const ProofPolicy& policy) {
    return policy.policy.type == PolicyType::Resource || policy.policy.type == PolicyType::Trust;
}

PrincipalReach reachIn(const CompiledStatement& statement, const RequestPrincipal& principal, bool limited) {
    return statement.reachOf(principal, PrincipalRule::Usual, limited);
}

/// Whether its own account's policies have a say in what it may do, and a boundary or a session policy limits it.
bool canBeLimited(const RequestPrincipal& principal) {
    return principal.belongsToAccount() && principal.kind() != Kind::Root;
}

template <class Look>
void eachMeaning(const RequestSpace& space, std::span<const SharedPolicy> policies, Look look) {
    for (const SharedPolicy& policy : policies)
        for (const CompiledStatement& statement : policy->compiled.statements())
            for (const RequestPrincipal& principal : space.principals())
                if (canBeLimited(principal)) look(statement, principal);
}

/// The accounts of which an allowance means callers through their role or account.
std::set<std::string> accountsMeant(const RequestSpace& space, std::span<const SharedPolicy> policies) {
    std::set<std::string> accounts;
    eachMeaning(space, policies, [&](const CompiledStatement& statement, const RequestPrincipal& principal) {
        const PrincipalReach reach = reachIn(statement, principal, false);
        if (statement.allows() && (reach == PrincipalReach::Account || reach == PrincipalReach::Role))
            accounts.insert(principal.account());
    });
    return accounts;
}

}  // namespace

std::vector<ReachContext> reachContextsOf(const RequestSpace& space, std::span<const SharedPolicy> policies) {
    std::vector<ReachContext> contexts{{}};
    if (!std::ranges::all_of(policies, [](const SharedPolicy& each) { return isOfResource(*each); })) return contexts;
    bool byAccount = false;
    bool byRole = false;
    bool limits = false;
    eachMeaning(space, policies, [&](const CompiledStatement& statement, const RequestPrincipal& principal) {
        const PrincipalReach reach = reachIn(statement, principal, false);
        byAccount = byAccount || (statement.allows() && reach == PrincipalReach::Account);
        byRole = byRole || (statement.allows() && reach == PrincipalReach::Role);
        limits = limits || (!statement.allows() && reach != reachIn(statement, principal, true));
    });
    if (byAccount) contexts.push_back({PrincipalReach::Role});
    if (byRole) contexts.push_back({PrincipalReach::Direct});
    if (!limits) return contexts;
    const std::vector<ReachContext> unlimited = contexts;
    for (const ReachContext& each : unlimited) contexts.push_back({each.least, true});
    return contexts;
}

std::vector<RequestBox> callersIn(const RequestSpace& space, std::span<const SharedPolicy> policies,
                                  const ReachContext& context) {
    const BoxSpace& boxes = space.boxes();
    if (context.isUsual()) return {};
    if (context.least == PrincipalReach::Account) {
        RequestBox box = boxes.whole();
        boxes.narrow(box, RequestSpace::principalDimension, space.principalsWhere(canBeLimited));
        return {box};
    }
    std::vector<RequestBox> found;
    for (const std::string& account : accountsMeant(space, policies)) {
        RequestBox box = boxes.whole();
        boxes.narrow(box, RequestSpace::principalDimension,
                     space.principalsWhere([&](const RequestPrincipal& principal) {
                         return canBeLimited(principal) && principal.account() == account;
                     }));
        boxes.narrow(box, RequestSpace::resourceDimension, space.resourcesWhere([&](const std::string& resource) {
            const auto arn = Arn::parse(resource);
            return !arn || arn->account.empty() || arn->account == account;
        }));
        found.push_back(std::move(box));
    }
    return found;
}

RequestDistinctions distinctionsOf(std::vector<SharedPolicy> policies) {
    RequestDistinctions distinctions;
    std::set<std::string> accounts;
    for (const SharedPolicy& policy : policies)
        for (const PolicyStatement& statement : policy->policy.statements)
            if (statement.allows() && statement.principal && isOfResource(*policy))
                for (const PrincipalEntry& entry : statement.principal->entries) {
                    const RequestPrincipal named = RequestPrincipal::of(entry.name.text);
                    if (named.kind() == Kind::Root || (named.kind() == Kind::Role && !named.isSession()))
                        accounts.insert(named.account());
                }
    const PatternStyle style{true, false, false, PatternStyle::Colons::Arn};
    for (const std::string& account : accounts)
        distinctions.resources.push_back({Pattern("arn:*:*:*:" + account + ":*", style)});
    // The ARNs of buckets and the like name no account.
    if (!accounts.empty()) distinctions.resources.push_back({Pattern("arn:*:*:*::*", style)});
    distinctions.policies = std::move(policies);
    return distinctions;
}

}  // namespace gw
