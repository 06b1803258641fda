#include <algorithm>

#include "model/check/flow_requests.h"
#include "model/check/needs.h"
#include "model/check/policy_needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// The role's policies with one more for the call, or with the one that an earlier fix of this kind made widened.
Edit grantTo(const Role& role, const PolicyNeed& need) {
    std::vector<NamedPolicy> policies = role.policies;
    std::string name = "flows";
    for (int i = 2; std::ranges::find(policies, name, &NamedPolicy::name) != policies.end(); ++i)
        name = "flows-" + std::to_string(i);
    policies.push_back({name, leastPrivilege({need})});
    return edits::setInlinePolicies(role.id, std::move(policies));
}

void lookAt(const Facts& facts, const FlowFacts& flow, std::vector<Finding>& found) {
    const Design& design = facts.design();
    const Role* role = isWanted(flow.flow) ? signerOf(facts, flow) : nullptr;
    // A role without any policy is one whose policies the design does not tell.
    if (!role || (role->policies.empty() && role->managedPolicies.empty())) return;
    Grants grants;
    grants.identity = identityPoliciesOf(design, *role);
    if (flow.service) grants.resource = resourcePolicyOf(*flow.service);
    for (const AccessRequest& request : requestsOf(facts, flow)) {
        const Evaluation evaluation = evaluate(request, grants);
        const bool lacks = evaluation.result == AccessResult::ImplicitlyDenied &&
                           std::ranges::any_of(evaluation.decidedBy, [](const StatementName& name) {
                               return name.type == PolicyType::Identity;
                           });
        if (!lacks) continue;
        Finding finding{role->id,
                        facts.name(role->id) + " may not " + request.action() + " on " + facts.name(flow.service->id) +
                            ", which " + facts.name(flow.flow.from) + " needs.",
                        Severity::Error};
        finding.fixes.push_back(reviewedFix("Allow " + facts.name(role->id) + " " + request.action(),
                                            grantTo(*role, {request.action(), request.resource().arn})));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule identityPolicyMissesNeed = {
    .code = "PSE006",
    .name = "identity-policy-misses-need",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A role may do what its flows need",
    .why =
        "The way is open and the call still fails: no policy of the role allows the action on the resource, and the "
        "resource's own policy does not grant it either.",
    .howToFix = "Allow the role the action on that resource.",
    .source = "IAM User Guide, Policy evaluation logic (F-306, F-309)",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
