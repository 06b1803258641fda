#include "model/check/flow_requests.h"
#include "model/check/needs.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const FlowFacts& flow, std::vector<Finding>& found) {
    const Endpoint* endpoint = isWanted(flow.flow) ? endpointOn(facts.design(), flow.trace) : nullptr;
    // Buckets of AWS itself are forgotten for reasons of their own: service-owned-bucket-blocked tells them.
    if (!endpoint || !endpoint->policy || !flow.service || flow.service->awsOwned) return;
    for (const AccessRequest& request : requestsOf(facts, flow)) {
        if (admits(*endpoint, request) != Match::No) continue;
        found.push_back({endpoint->id,
                         "The policy of " + facts.name(endpoint->id) + " stops " + request.action() + " of " +
                             facts.name(flow.flow.from) + " on " + facts.name(flow.service->id) + ".",
                         Severity::Error});
        return;
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
