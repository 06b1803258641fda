#include <algorithm>

#include "model/core/words.h"
#include "model/reach/call_request.h"
#include "model/reach/codes.h"
#include "model/reach/policy_cache.h"
#include "model/reach/supposed_request.h"
#include "model/repair/least_privilege.h"
#include "model/repair/network_denials.h"
#include "model/repair/situation.h"

namespace gw {
namespace {

constexpr int effortOfStatement = 2;
/// Whoever else comes through the endpoint is let past as well, so a statement for the caller alone comes first.
constexpr int effortOfException = 3;

/// What the stopped actions ask for; none where the design does not say of what.
std::vector<PolicyNeed> needsOf(const CallRequest& request, const Step& step) {
    std::vector<PolicyNeed> needs;
    for (const std::string& action : step.actions) {
        needs.push_back(needOf(request, action));
        if (needs.back().resource.empty()) return {};
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

/// The role as policies name it, in the partition that its calls are made in.
std::string arnOf(const CallRequest& request) {
    const Signer& signer = request.signer();
    const std::string number = signer.isKnown ? signer.number : "*";
    const std::string partition = request.on(wayFromAnywhere(), {}, {}).principal().partition();
    return "arn:" + partition + ":iam::" + number + ":role/" + std::string(labelOf(*signer.role));
}

/// The values that the ways of the flow give the key.
std::vector<std::string> valuesOf(const Trace& trace, const std::string& key) {
    std::vector<std::string> values;
    const auto at = trace.context.find(key);
    if (at == trace.context.end()) return values;
    // Several stand there with commas between them, which no id holds.
    std::string_view left = at->second;
    for (auto comma = left.find(", "); comma != std::string_view::npos; comma = left.find(", ")) {
        values.emplace_back(left.substr(0, comma));
        left.remove_prefix(comma + 2);
    }
    values.emplace_back(left);
    return values;
}

/// One text, or a list of several, as JSON.
std::string jsonOf(const std::vector<std::string>& values) {
    std::string list;
    for (const std::string& each : values) list += (list.empty() ? "" : ", ") + quotedJson(each);
    return values.size() == 1 ? list : "[" + list + "]";
}

/// The caller as an endpoint's policy names it. Policies of gateway endpoints take "*" alone for a principal (F-110).
std::string callerAtEndpoint(const CallRequest& request, const Endpoint& endpoint) {
    const Signer& signer = request.signer();
    if (signer.principal != FlowPrincipal::Role || !signer.role) return R"("Principal": "*", )";
    if (endpoint.type != EndpointType::Gateway && signer.isKnown)
        return R"("Principal": {"AWS": )" + quotedJson(arnOf(request)) + "}, ";
    return R"("Principal": "*", "Condition": {"ArnLike": {"aws:PrincipalArn": )" + quotedJson(arnOf(request)) + "}}, ";
}

/// The caller as the policy of what is called names it; empty where that would let everybody in.
std::string callerAtResource(const Situation& situation, const CallRequest& request) {
    const Signer& signer = request.signer();
    if (signer.principal == FlowPrincipal::Role && signer.role && signer.isKnown)
        return R"("Principal": {"AWS": )" + quotedJson(arnOf(request)) + "}, ";
    const std::vector<std::string> endpoints = valuesOf(situation.trace, "aws:SourceVpce");
    if (signer.principal == FlowPrincipal::AwsService || endpoints.empty()) return {};
    return R"("Principal": "*", "Condition": {"StringEquals": {"aws:SourceVpce": )" + jsonOf(endpoints) + "}}, ";
}

/// What the stopped actions ask for, through each of the endpoints.
std::vector<DeniedRequest> requestsThrough(const Situation& situation, const Step& step,
                                           const std::vector<std::string>& endpoints) {
    const CallRequest call(situation.network, situation.flow, *situation.service);
    const Role* role = call.signer().role;
    std::vector<DeniedRequest> requests;
    for (const std::string& id : endpoints)
        if (const Endpoint* endpoint = find(situation.design(), Id<Endpoint>{id}))
            for (const std::string& action : step.actions) {
                const AskedArn arn = call.arnFor(action);
                requests.push_back({call.on(wayThrough(*endpoint), action, arn), arn.text.substr(0, arn.sure),
                                    role && role->permissionsBoundary});
            }
    return requests;
}

/// The endpoints of the way added to those that the resource's denials spare: it opens the resource to nobody but who
/// comes through them, though to all of those.
std::vector<Candidate> throughDenials(const Situation& situation, const Step& step) {
    const ServiceResource* resource = find(situation.design(), Id<ServiceResource>{step.subject.value});
    const std::vector<std::string> endpoints = valuesOf(situation.trace, "aws:SourceVpce");
    if (!resource || !resource->policy || endpoints.empty()) return {};
    const std::string api = resource->service == "execute-api" ? resource->arn : std::string();
    const JudgedPolicy& judged = situation.network.judged(*resource->policy, PolicyType::Resource, api);
    const auto spared =
        sparingEndpoints(*resource->policy, judged.policy, requestsThrough(situation, step, endpoints), endpoints);
    if (!spared) return {};
    std::vector<std::string> names;
    names.reserve(endpoints.size());
    for (const std::string& each : endpoints) names.push_back(situation.name(AnyId(each)));
    Edit edit = edits::setPolicy(resource->id, *spared);
    edit.label = "Except all who come through " + listedWords(names) + " from what the policy of " +
                 std::string(labelOf(*resource)) + " denies to other networks";
    return {{std::move(edit), effortOfException}};
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
    // What a service asks of the key behind it comes through no endpoint.
    if (step.code == nameOf(Code::PolicyResourceExplicit))
        return key ? std::vector<Candidate>() : throughDenials(situation, step);
    Flow flow = situation.flow;
    if (key) flow.resourceArn.clear();
    const CallRequest request(situation.network, flow, key ? *key : *situation.service);
    const Signer& signer = request.signer();
    const std::vector<PolicyNeed> needs = needsOf(request, step);
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
        if (endpoint && endpoint->policy) return widened(*endpoint, callerAtEndpoint(request, *endpoint));
    }
    if (step.code == nameOf(Code::PolicyResourceImplicit)) {
        const ServiceResource* resource = find(design, Id<ServiceResource>{step.subject.value});
        const std::string caller = callerAtResource(situation, request);
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
