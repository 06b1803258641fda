#include <algorithm>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Whether a VPN or Direct Connect line leads from the network to the VPC, by its own gateway or a transit gateway.
bool isBehindLine(const Design& design, const OnPremisesNetwork& network, const Id<Vpc>& vpc) {
    return std::ranges::any_of(design.vpnConnections, [&](const VpnConnection& line) {
        if (line.onPremises != network.id) return false;
        const VpnGateway* gateway = find(design, Id<VpnGateway>{line.gateway.value});
        return (gateway && gateway->vpc == vpc) ||
               std::ranges::any_of(design.transitGatewayAttachments, [&](const TransitGatewayAttachment& attachment) {
                   return attachment.resource.value == vpc.value &&
                          line.gateway.value == attachment.transitGateway.value;
               });
    });
}

/// An endpoint for the call that stands behind a line and has no private DNS; nullptr where one has it, or none is.
const Endpoint* namelessEndpoint(const Facts& facts, const OnPremisesNetwork& caller, const ServiceResource& target) {
    const Endpoint* nameless = nullptr;
    for (const Endpoint& endpoint : facts.design().endpoints) {
        if (endpoint.type != EndpointType::Interface || endpoint.service != target.service ||
            serviceRegionOf(facts.network(), endpoint) != facts.network().regionOf(target) ||
            !isBehindLine(facts.design(), caller, endpoint.vpc))
            continue;
        if (endpoint.privateDns) return nullptr;
        if (!nameless) nameless = &endpoint;
    }
    return nameless;
}

void lookAt(const Facts& facts, const FlowFacts& each, std::vector<Finding>& found) {
    const auto& [flow, trace, workload, vpc, target] = each;
    const OnPremisesNetwork* caller = find(facts.design(), Id<OnPremisesNetwork>{flow.from.value});
    if (!caller || !target || flow.intent != FlowIntent::Private || flow.hostStyle == HostStyle::EndpointSpecific ||
        flow.hostStyle == HostStyle::Custom)
        return;
    const Endpoint* endpoint = namelessEndpoint(facts, *caller, *target);
    if (!endpoint) return;
    const std::string name = facts.name(endpoint->id);
    const std::string_view region = serviceRegionOf(facts.network(), *endpoint);
    found.push_back({flow.id,
                     facts.name(caller->id) + " reaches " + name + " only by its name, ..." + endpoint->service + "." +
                         std::string(region) + ".vpce.amazonaws.com.",
                     Severity::Hint,
                     {reviewedFix("Call " + name + " by its own name",
                                  inOrder({}, {edits::setField(flow.id, "hostStyle", "endpoint"),
                                               edits::setField(flow.id, "viaEndpoint", endpoint->id.value)}))}});
}

}  // namespace

extern const Rule endpointNameNeeded = {
    .code = "DNS012",
    .name = "endpoint-name-needed",
    .severity = Severity::Hint,
    .category = Category::Traffic,
    .title = "From outside, an endpoint without private DNS is called by its own name",
    .why =
        "Without private DNS the service's name leads to public addresses. Clients on premises reach S3 or DynamoDB "
        "through the interface endpoint only by the name that AWS gave it, set as their endpoint URL.",
    .howToFix = "Set the endpoint's own name in the clients, or turn on private DNS with an inbound resolver.",
    .source = "AWS PrivateLink for Amazon S3; AWS PrivateLink for DynamoDB (F-129, F-134)",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
