#include "model/check/policy_stops.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const FlowFacts& flow, std::vector<Finding>& found) {
    // Buckets of AWS itself are forgotten for reasons of their own: service-owned-bucket-blocked tells them.
    if (!flow.service || flow.service->awsOwned) return;
    const Step* told = nullptr;
    for (const Step* stop : policyStops(flow, {Code::PolicyEndpointImplicit, Code::PolicyEndpointExplicit})) {
        if (told && told->subject == stop->subject) continue;
        told = stop;
        found.push_back({stop->subject,
                         "The policy of " + facts.name(stop->subject) + " stops " + stop->actions.front() + " of " +
                             facts.name(flow.flow.from) + " on " + facts.name(flow.service->id) + ".",
                         Severity::Error});
    }
}

}  // namespace

extern const Rule endpointPolicyBlocksNeed = {
    .code = "PSE004",
    .name = "endpoint-policy-blocks-need",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "An endpoint's policy lets through what flows need",
    .why =
        "A request through an endpoint must be allowed by its policy besides all others; what it does not allow, or "
        "denies, fails with AccessDenied.",
    .howToFix = "Allow the action on the resource to the principal that calls.",
    .source = "AWS PrivateLink Guide, Control access using endpoint policies (F-307, F-308)",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
