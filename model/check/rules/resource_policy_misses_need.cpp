#include "model/check/policy_stops.h"
#include "model/core/words.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const FlowFacts& flow, std::vector<Finding>& found) {
    // Keys and private APIs, which need a policy of their own whoever calls, have rules of their own.
    if (!flow.service || flow.service->service == "execute-api") return;
    for (const Step* stop : policyStops(flow, {Code::PolicyResourceImplicit})) {
        if (isOfKey(facts, *stop)) continue;
        found.push_back({stop->subject,
                         "No policy of " + facts.name(stop->subject) + " lets " + facts.name(flow.flow.from) + " do " +
                             listedWords(stop->actions) + ", and without one it may not.",
                         Severity::Error, allowingFixes(facts, flow, *stop)});
    }
}

}  // namespace

extern const Rule resourcePolicyMissesNeed = {
    .code = "PSE027",
    .name = "resource-policy-misses-need",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "What another account owns lets in the flows that need it",
    .why =
        "Between two accounts both must allow: the policies of the role that asks, and the policy of what it asks for. "
        "The same holds for the trust policy of a role. With the role's policies alone the call fails.",
    .howToFix = "Allow the caller's role the action in the policy of what is called.",
    .source = "IAM User Guide, Cross-account policy evaluation logic (F-309)",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
