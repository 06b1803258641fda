#include <algorithm>

#include "model/check/needs.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const Endpoint& endpoint : facts.design().endpoints) {
        if (endpoint.type != EndpointType::Gateway) continue;
        const auto needs = onPremisesNeeds(facts, endpoint.service);
        const bool hasInterface = std::ranges::any_of(facts.design().endpoints, [&](const Endpoint& other) {
            return other.service == endpoint.service && other.type == EndpointType::Interface;
        });
        if (needs.empty() || hasInterface) continue;
        const bool stops = std::ranges::any_of(needs, [&](const Flow* flow) {
            const Trace* trace = facts.traceOf(flow->id);
            return !trace || !isPrivate(trace->verdict);
        });
        if (!stops) continue;
        found.push_back({endpoint.id,
                         facts.name(endpoint.id) + " does not serve " + facts.name(needs.front()->from) +
                             ": a gateway endpoint serves its VPC alone.",
                         Severity::Error});
    }
    return found;
}

}  // namespace

extern const Rule gatewayEndpointForRemoteCallers = {
    .code = "VPE017",
    .name = "gateway-endpoint-for-remote-callers",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Callers outside the VPC reach S3 and DynamoDB through an interface endpoint",
    .why =
        "A gateway endpoint serves its own VPC alone: packets from on premises, over a transit gateway or "
        "a peering connection, cannot use it.",
    .howToFix =
        "Add an interface endpoint beside the gateway endpoint, with private DNS for the inbound resolver "
        "alone.",
    .source = "AWS PrivateLink Guide, Gateway endpoints for Amazon S3 (F-103)",
    .check = look,
};

}  // namespace gw::rules
