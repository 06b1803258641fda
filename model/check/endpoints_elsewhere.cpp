#include "model/check/endpoints_elsewhere.h"

#include "model/check/needs.h"

namespace gw {

EndpointsElsewhere::EndpointsElsewhere(const Facts& facts) : facts_(&facts) {
    for (const PeeringConnection& peering : facts.design().peeringConnections) {
        peers_[peering.requester].insert(peering.accepter);
        peers_[peering.accepter].insert(peering.requester);
    }
    for (const TransitGatewayAttachment& attachment : facts.design().transitGatewayAttachments) {
        const Vpc* vpc = find(facts.design(), Id<Vpc>{attachment.resource.value});
        if (!vpc) continue;
        gatewaysOf_[vpc->id].insert(attachment.transitGateway.value);
        attached_[attachment.transitGateway.value].insert(vpc->id);
    }
}

std::set<Id<Vpc>> EndpointsElsewhere::joinedWith(const Id<Vpc>& vpc) const {
    std::set<Id<Vpc>> joined;
    if (const auto at = peers_.find(vpc); at != peers_.end()) joined = at->second;
    if (const auto at = gatewaysOf_.find(vpc); at != gatewaysOf_.end())
        for (const std::string& gateway : at->second) {
            const std::set<Id<Vpc>>& others = attached_.at(gateway);
            joined.insert(others.begin(), others.end());
        }
    joined.erase(vpc);
    return joined;
}

const Endpoint* EndpointsElsewhere::endpointFor(const Flow& flow, const Vpc& vpc) const {
    const Network& network = facts_->network();
    const ServiceResource* target = serviceOf(facts_->design(), flow);
    if (!target) return nullptr;
    const std::string_view region = network.regionOf(*target);
    for (const auto& other : joinedWith(vpc.id))
        for (const Endpoint* endpoint : network.endpointsOf(other)) {
            if (endpoint->type != EndpointType::Interface || endpoint->service != target->service ||
                (!region.empty() && serviceRegionOf(network, *endpoint) != region))
                continue;
            Flow byItsName = flow;
            byItsName.hostStyle = HostStyle::EndpointSpecific;
            byItsName.viaEndpoint = endpoint->id;
            if (isPrivate(trace(network, byItsName, Telling::Verdict).network)) return endpoint;
        }
    return nullptr;
}

}  // namespace gw
