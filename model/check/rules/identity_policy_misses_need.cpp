#include "model/check/policy_stops.h"
#include "model/reach/call_request.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const FlowFacts& flow, std::vector<Finding>& found) {
    const Role* role = signingRole(facts.design(), flow.flow);
    if (!role || !flow.service) return;
    for (const Step* stop : policyStops(flow, {Code::PolicyIdentityImplicit}))
        for (const std::string& action : stop->actions) {
            Finding finding{role->id,
                            facts.name(role->id) + " may not " + action + " on " + facts.name(flow.service->id) +
                                ", which " + facts.name(flow.flow.from) + " needs.",
                            Severity::Error};
            Step ofAction = *stop;
            ofAction.actions = {action};
            finding.fixes = allowingFixes(facts, flow, ofAction);
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
