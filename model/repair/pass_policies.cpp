#include <algorithm>

#include "model/core/words.h"
#include "model/reach/call_request.h"
#include "model/reach/codes.h"
#include "model/repair/least_privilege.h"
#include "model/repair/situation.h"

namespace gw {
namespace {

constexpr int effortOfStatement = 2;

/// What the stopped actions ask for; none where the design does not say of what.
std::vector<PolicyNeed> needsOf(const Flow& flow, const CallRequest& request, const Step& step) {
    std::vector<PolicyNeed> needs;
    for (const std::string& action : step.actions) {
        const AskedArn arn = request.arnFor(action);
        if (arn.sure == 0) return {};
        const std::string& own = flow.resourceArn;
        const bool isPattern = own.find_first_of("*?") != std::string::npos;
        needs.push_back({action, arn.isSure() ? arn.text : isPattern ? own : arn.text.substr(0, arn.sure) + "*"});
    }
    return needs;
}

/// The key that the step speaks of, where the service that is called uses it for the caller; nullptr for all other
/// steps.
const ServiceResource* keyBehind(const Situation& situation, const Step& step) {
    const bool isOfKey =
        std::ranges::all_of(step.actions, [](const std::string& each) { return each.starts_with("kms:"); });
    return isOfKey && situation.service->service != "kms" ? find(situation.design(), situation.service->encryptionKey)
                                                          : nullptr;
}

std::string arnOf(const Signer& signer) {
    const std::string number = signer.isKnown ? signer.number : "*";
    return "arn:aws:iam::" + number + ":role/" + std::string(labelOf(*signer.role));
}

/// The caller as an endpoint's policy names it. Policies of gateway endpoints take "*" alone for a principal (F-110).
std::string callerAtEndpoint(const Signer& signer, const Endpoint& endpoint) {
    if (signer.principal != FlowPrincipal::Role || !signer.role) return R"("Principal": "*", )";
    if (endpoint.type != EndpointType::Gateway && signer.isKnown)
        return R"("Principal": {"AWS": )" + quotedJson(arnOf(signer)) + "}, ";
    return R"("Principal": "*", "Condition": {"ArnLike": {"aws:PrincipalArn": )" + quotedJson(arnOf(signer)) + "}}, ";
}

/// The caller as the policy of what is called names it; empty where that would let everybody in.
std::string callerAtResource(const Situation& situation, const Signer& signer) {
    if (signer.principal == FlowPrincipal::Role && signer.role && signer.isKnown)
        return R"("Principal": {"AWS": )" + quotedJson(arnOf(signer)) + "}, ";
    const auto vpce = situation.trace.context.find("aws:SourceVpce");
    if (signer.principal == FlowPrincipal::AwsService || vpce == situation.trace.context.end()) return {};
    return R"("Principal": "*", "Condition": {"StringEquals": {"aws:SourceVpce": )" + quotedJson(vpce->second) + "}}, ";
}

std::string freshName(const std::vector<NamedPolicy>& policies) {
    std::string name = "flows";
    for (int i = 2; std::ranges::find(policies, name, &NamedPolicy::name) != policies.end(); ++i)
        name = "flows-" + std::to_string(i);
    return name;
}

}  // namespace

std::vector<Candidate> passPolicies(const Situation& situation, const Step& step) {
    if (!situation.service || step.outcome != Outcome::Blocked) return {};
    const ServiceResource* key = keyBehind(situation, step);
    Flow flow = situation.flow;
    if (key) flow.resourceArn.clear();
    const CallRequest request(situation.network, flow, key ? *key : *situation.service);
    const Signer& signer = request.signer();
    const std::vector<PolicyNeed> needs = needsOf(flow, request, step);
    if (needs.empty()) return {};
    const Design& design = situation.design();
    const std::string actions = listedWords(step.actions);
    if (step.code == nameOf(Code::PolicyIdentityImplicit) && signer.role) {
        std::vector<NamedPolicy> policies = signer.role->policies;
        policies.push_back({freshName(policies), leastPrivilege(needs)});
        Edit edit = edits::setInlinePolicies(signer.role->id, std::move(policies));
        edit.label = "Allow " + std::string(labelOf(*signer.role)) + " " + actions;
        return {{std::move(edit), effortOfStatement}};
    }
    const auto widened = [&](const auto& row, const std::string& caller) {
        Edit edit = edits::setPolicy(row.id, withStatements(*row.policy, leastPrivilege(needs, caller)));
        edit.label = "Let the policy of " + std::string(labelOf(row)) + " allow " + actions;
        return std::vector<Candidate>{{std::move(edit), effortOfStatement}};
    };
    if (step.code == nameOf(Code::PolicyEndpointImplicit)) {
        const Endpoint* endpoint = find(design, Id<Endpoint>{step.subject.value});
        if (endpoint && endpoint->policy) return widened(*endpoint, callerAtEndpoint(signer, *endpoint));
    }
    if (step.code == nameOf(Code::PolicyResourceImplicit)) {
        const ServiceResource* resource = find(design, Id<ServiceResource>{step.subject.value});
        const std::string caller = callerAtResource(situation, signer);
        if (!resource || caller.empty()) return {};
        if (resource->policy) return widened(*resource, caller);
        // A key without a policy has the one that AWS gives it, and a policy of its own would take that away: everybody
        // whom IAM lets use the key would be locked out (AWS KMS Developer Guide, Default key policy).
        if (resource->service == "kms") return {};
        Edit edit = edits::setPolicy(resource->id, leastPrivilege(needs, caller));
        edit.label = "Give " + std::string(labelOf(*resource)) + " a policy that allows " + actions;
        return {{std::move(edit), effortOfStatement}};
    }
    return {};
}

}  // namespace gw
