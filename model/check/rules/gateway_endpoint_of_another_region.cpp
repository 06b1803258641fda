#include <algorithm>

#include "model/check/encounters.h"
#include "model/check/needs.h"

namespace gw::rules {
namespace {

const Endpoint* gatewayEndpointFor(const Facts& facts, const Vpc& vpc, std::string_view service) {
    for (const Endpoint* endpoint : facts.network().endpointsOf(vpc.id))
        if (endpoint->type == EndpointType::Gateway && endpoint->service == service) return endpoint;
    return nullptr;
}

void lookAt(const Facts& facts, const FlowFacts& each, std::vector<Finding>& found) {
    const auto& [flow, trace, caller, vpc, target] = each;
    if (flow.intent != FlowIntent::Private || !target || !vpc || isPrivate(trace.network)) return;
    const std::string_view region = facts.network().regionOf(*target);
    const Endpoint* endpoint = gatewayEndpointFor(facts, *vpc, target->service);
    if (!endpoint || region.empty() || region == facts.network().regionOf(*vpc)) return;
    found.push_back({flow.id,
                     facts.name(target->id) + " stands in " + std::string(region) + ", where " +
                         facts.name(endpoint->id) + " does not lead.",
                     isStopped(trace) ? Severity::Error : Severity::Warning,
                     {}});
}

}  // namespace

extern const Rule gatewayEndpointOfAnotherRegion = {
    .code = "VPE023",
    .name = "gateway-endpoint-of-another-region",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "What a gateway endpoint is to reach stands in its Region",
    .why =
        "The prefix list of a gateway endpoint holds addresses of its own Region. Calls to a bucket or table elsewhere "
        "take the way to the internet, or have none.",
    .howToFix =
        "Use a cross-Region interface endpoint where the service has them, an interface endpoint in the other Region "
        "over peering, or NAT.",
    .source = "AWS PrivateLink Guide, Gateway endpoints for Amazon S3, Considerations (F-103)",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
