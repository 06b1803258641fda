#include "model/check/other_door.h"

#include <algorithm>
#include <set>

#include "model/check/needs.h"

namespace gw {
namespace {

/// Transit gateways that the VPC is attached to.
std::set<std::string> transitGatewaysOf(const Design& design, const Id<Vpc>& vpc) {
    std::set<std::string> gateways;
    for (const TransitGatewayAttachment& attachment : design.transitGatewayAttachments)
        if (attachment.resource.value == vpc.value) gateways.insert(attachment.transitGateway.value);
    return gateways;
}

/// Whether something joins the two networks at all; spares the traces where nothing does.
bool areJoined(const Design& design, const Id<Vpc>& a, const Id<Vpc>& b) {
    if (a == b) return true;
    const bool arePeers = std::ranges::any_of(design.peeringConnections, [&](const PeeringConnection& peering) {
        return (peering.requester == a && peering.accepter == b) || (peering.requester == b && peering.accepter == a);
    });
    const std::set<std::string> there = transitGatewaysOf(design, b);
    return arePeers || std::ranges::any_of(transitGatewaysOf(design, a),
                                           [&](const std::string& gateway) { return there.contains(gateway); });
}

}  // namespace

const Endpoint* otherDoor(const Facts& facts, const Flow& flow) {
    const ServiceResource* target = serviceOf(facts.design(), flow);
    if (!target) return nullptr;
    const std::string_view region = facts.network().regionOf(*target);
    const Workload* caller = callerOf(facts.design(), flow);
    const Vpc* vpc = caller ? facts.network().vpcOf(*caller) : nullptr;
    for (const Endpoint& endpoint : facts.design().endpoints) {
        if (endpoint.type != EndpointType::Interface || endpoint.service != target->service ||
            (!region.empty() && serviceRegionOf(facts.network(), endpoint) != region) ||
            (vpc && !areJoined(facts.design(), vpc->id, endpoint.vpc)))
            continue;
        Flow byItsName = flow;
        byItsName.hostStyle = HostStyle::EndpointSpecific;
        byItsName.viaEndpoint = endpoint.id;
        if (isPrivate(trace(facts.network(), byItsName).verdict)) return &endpoint;
    }
    return nullptr;
}

}  // namespace gw
