#include <algorithm>

#include "tests/oracle/world.h"

namespace gw::oracle {

std::string World::nextOf(const Subnet& subnet, const Packet& packet, bool behindNat) const {
    const Vpc* vpc = find(d_, subnet.vpc);
    const RouteTable* table = tableOf(subnet);
    int best = -1;
    int rank = 9;
    std::string next;
    const auto offer = [&](int prefix, int order, const std::string& to) {
        if (prefix < best || (prefix == best && order >= rank)) return;
        best = prefix;
        rank = order;
        next = to;
    };
    for (const auto* blocks : {&vpc->cidrs, &vpc->ipv6Cidrs})
        for (const Cidr& block : *blocks)
            if (block.contains(packet.to)) offer(block.prefix(), 0, "local");
    if (!table) return next;
    if (isTableInDoubt(subnet)) return "?";
    for (const auto& id : table->propagatingGateways)
        for (const VpnConnection& line : d_.vpnConnections) {
            if (line.gateway.value != id.value) continue;
            const OnPremisesNetwork* office = find(d_, line.onPremises);
            for (const Cidr& block : line.staticRoutes.empty() ? office->cidrs : line.staticRoutes)
                if (block.contains(packet.to)) offer(block.prefix(), 3, id.value);
        }
    for (const Route& each : table->routes) {
        const Cidr* block = std::get_if<Cidr>(&each.destination);
        if (!block) return "?";
        if (!block->contains(packet.to)) continue;
        // A narrow route to public addresses: whether the service uses them is not known.
        if (!packet.service.empty() && block->prefix() > 1) return "?";
        offer(block->prefix(), each.propagated ? 3 : 1, each.state == RouteState::Blackhole ? "" : each.target.value);
    }
    const bool free = packet.service == "s3" || packet.service == "dynamodb" || packet.service == "s3express";
    for (const Endpoint& endpoint : d_.endpoints)
        if (!behindNat && free && endpoint.type == EndpointType::Gateway && endpoint.vpc == subnet.vpc &&
            endpoint.service == packet.service && endpoint.state == EndpointState::Available &&
            endpoint.ipAddressType != IpAddressType::Ipv6 &&
            std::ranges::find(endpoint.routeTables, table->id) != endpoint.routeTables.end() &&
            packet.region == regionOf(subnet.vpc))
            return "endpoint";
    return next;
}

/// Where the packet goes from the subnet on, up to its target or the border of the VPC.
Way World::route(const Subnet& subnet, bool publicIp, const Nic* target, const Packet& packet, int depth,
                 bool behindNat) const {
    if (depth > 6) return {Fate::Blocked};
    const std::string next = nextOf(subnet, packet, behindNat);
    if (next == "?") return {Fate::NotModelled};
    if (next == "endpoint") return {Fate::Gateway};
    if (next == "local") return {target && target->subnet->vpc == subnet.vpc ? Fate::Interface : Fate::Blocked};
    if (const InternetGateway* gateway = find(d_, Id<InternetGateway>{next}))
        return {gateway->vpc == subnet.vpc && publicIp && !target ? Fate::Public : Fate::Blocked};
    if (const NatGateway* nat = find(d_, Id<NatGateway>{next})) return overNat(*nat, subnet, target, packet, depth);
    if (const Endpoint* appliance = find(d_, Id<Endpoint>{next}))
        return overAppliance(*appliance, subnet, publicIp, target, packet, depth, behindNat);
    if (behindNat) return {next.empty() ? Fate::Blocked : Fate::NotModelled};
    if (const PeeringConnection* peering = find(d_, Id<PeeringConnection>{next}))
        return overPeering(*peering, subnet, target, packet);
    if (const TransitGateway* gateway = find(d_, Id<TransitGateway>{next})) {
        for (const TransitGatewayAttachment& each : d_.transitGatewayAttachments)
            if (each.transitGateway == gateway->id && each.resource.value == subnet.vpc.value)
                return overTransit(*gateway, each, &subnet, target, packet);
        return {Fate::Blocked};
    }
    return {next.empty() ? Fate::Blocked : Fate::NotModelled};
}

Way World::overNat(const NatGateway& nat, const Subnet& subnet, const Nic* target, const Packet& packet,
                   int depth) const {
    if (nat.vpc != subnet.vpc) return {Fate::Blocked};
    // To other networks a NAT gateway leads as well; the oracle follows the internet alone.
    if (target) return {Fate::NotModelled};
    if (nat.connectivity == NatConnectivity::Private) return {Fate::Blocked};
    if (nat.availability == NatAvailability::Regional)
        return {std::ranges::any_of(d_.internetGateways, [&](const InternetGateway& g) { return g.vpc == nat.vpc; })
                    ? Fate::Public
                    : Fate::Blocked};
    const Subnet* home = find(d_, nat.subnet);
    if (!home || nat.elasticIps.empty() || !home->cidr) return {Fate::Blocked};
    if (home->id != subnet.id && (!aclPasses(*home, packet.from, packet.called, false) ||
                                  !aclPasses(*home, packet.from, packet.replyPort, true)))
        return {Fate::Blocked};
    if (!aclPasses(*home, packet.to, packet.called, true)) return {Fate::Blocked};
    for (const int port : portClasses())
        if (!aclPasses(*home, packet.to, port, false)) return {Fate::NotModelled};
    return route(*home, true, target, packet, depth + 1, true);
}

Way World::overAppliance(const Endpoint& appliance, const Subnet& subnet, bool publicIp, const Nic* target,
                         const Packet& packet, int depth, bool behindNat) const {
    if (behindNat) return {Fate::NotModelled};
    if (appliance.type != EndpointType::GatewayLoadBalancer || appliance.subnets.empty()) return {Fate::Blocked};
    const bool passes = std::ranges::any_of(d_.assumptions, [&](const Assumption& each) {
        return each.key == "passes" && each.value == "yes" && each.subject.value == appliance.id.value;
    });
    if (!passes) return {Fate::NotModelled};
    const Subnet& home = *find(d_, appliance.subnets.front());
    if (home.id != subnet.id &&
        (!aclPasses(home, packet.from, packet.called, false) || !aclPasses(home, packet.from, packet.replyPort, true)))
        return {Fate::Blocked};
    const bool isThere = target && target->subnet->id == home.id;
    if (!isThere &&
        (!aclPasses(home, packet.to, packet.called, true) || !aclPasses(home, packet.to, packet.replyPort, false)))
        return {Fate::Blocked};
    Way way = route(home, publicIp, target, packet, depth + 1, false);
    way.seesOut = way.seesIn = false;
    return way;
}

Way World::overPeering(const PeeringConnection& peering, const Subnet& subnet, const Nic* target,
                       const Packet& packet) const {
    const bool asks = peering.requester == subnet.vpc;
    if (!asks && peering.accepter != subnet.vpc) return {Fate::Blocked};
    const Id<Vpc> far = asks ? peering.accepter : peering.requester;
    if (peering.state != PeeringState::Active || !target || target->subnet->vpc != far) return {Fate::Blocked};
    Packet reply;
    reply.to = packet.from;
    const std::string back = nextOf(*target->subnet, reply, false);
    if (back == "?") return {Fate::NotModelled};
    if (back != peering.id.value) return {Fate::Blocked};
    const bool near = regionOf(subnet.vpc) == regionOf(far);
    return {.fate = Fate::Interface, .seesOut = near, .seesIn = near, .peered = near};
}

const TransitGatewayAttachment* World::transitNext(const TransitGatewayAttachment& from, const IpAddress& to) const {
    const TransitGatewayRouteTable* table = nullptr;
    for (const TransitGatewayRouteTable& each : d_.transitGatewayRouteTables)
        for (const auto& id : each.associations)
            if (!table && id == from.id) table = &each;
    if (!table) return nullptr;
    int best = -1;
    const TransitGatewayAttachment* next = nullptr;
    const auto offer = [&](const Cidr& block, int bonus, const TransitGatewayAttachment* attachment) {
        if (!block.contains(to) || 2 * block.prefix() + bonus <= best) return;
        best = 2 * block.prefix() + bonus;
        next = attachment;
    };
    for (const TransitGatewayRoute& route : table->routes)
        offer(route.destination, 1, route.blackhole ? nullptr : find(d_, route.attachment));
    for (const auto& id : table->propagations) {
        const TransitGatewayAttachment* each = find(d_, id);
        if (const Vpc* vpc = find(d_, Id<Vpc>{each->resource.value}))
            for (const Cidr& block : vpc->cidrs) offer(block, 0, each);
        if (const VpnConnection* line = find(d_, Id<VpnConnection>{each->resource.value}))
            for (const Cidr& block :
                 line->staticRoutes.empty() ? find(d_, line->onPremises)->cidrs : line->staticRoutes)
                offer(block, 0, each);
    }
    return next;
}

const Subnet* World::doorIn(const TransitGatewayAttachment& attachment, const Subnet* zoneOf) const {
    for (const auto& id : attachment.subnets)
        if (const Subnet* subnet = find(d_, id); subnet && zoneOf && subnet->zone == zoneOf->zone) return subnet;
    return nullptr;
}

std::vector<const Subnet*> World::landings(const TransitGatewayAttachment& attachment, const Subnet* from) const {
    if (const Subnet* door = doorIn(attachment, from)) return {door};
    std::vector<const Subnet*> all;
    for (const auto& id : attachment.subnets) all.push_back(find(d_, id));
    return all;
}

Way World::overTransit(const TransitGateway& gateway, const TransitGatewayAttachment& from, const Subnet* subnet,
                       const Nic* target, const Packet& packet) const {
    if (!target) return {Fate::NotModelled};
    for (const TransitGatewayAttachment& each : d_.transitGatewayAttachments) {
        int tables = 0;
        for (const TransitGatewayRouteTable& table : d_.transitGatewayRouteTables)
            tables += static_cast<int>(std::ranges::count(table.associations, each.id));
        if (tables > 1) return {Fate::NotModelled};
    }
    const auto isElsewhere = [&](const TransitGatewayAttachment& each) {
        const Region* region = find(d_, gateway.region);
        const std::string home = regionOf(Id<Vpc>{each.resource.value});
        return region && !home.empty() && home != region->code;
    };
    if (isElsewhere(from)) return {Fate::Blocked};
    const Subnet* entry = subnet ? doorIn(from, subnet) : nullptr;
    if (subnet && (!entry || !aclPasses(*entry, packet.from, packet.called, false))) return {Fate::Blocked};
    const TransitGatewayAttachment* to = transitNext(from, packet.to);
    if (!to || isElsewhere(*to)) return {Fate::Blocked};
    if (to->resource.value != target->subnet->vpc.value) return {Fate::NotModelled};
    const auto ins = landings(*to, subnet);
    for (const Subnet* landing : ins)
        if (landing != target->subnet && !aclPasses(*landing, packet.to, packet.called, true)) return {Fate::Blocked};
    // The reply
    Packet reply;
    reply.to = packet.from;
    const std::string back = nextOf(*target->subnet, reply, false);
    if (back == "?") return {Fate::NotModelled};
    const Subnet* door = doorIn(*to, target->subnet);
    if (back != gateway.id.value || !door || !aclPasses(*door, packet.to, packet.replyPort, false))
        return {Fate::Blocked};
    if (transitNext(*to, packet.from) != &from) return {Fate::Blocked};
    const auto outs = subnet ? landings(from, target->subnet) : std::vector<const Subnet*>{};
    for (const Subnet* landing : outs)
        if (landing != subnet && !aclPasses(*landing, packet.from, packet.replyPort, true)) return {Fate::Blocked};
    Way way{Fate::Interface, false,
            gateway.securityGroupReferencing && from.securityGroupReferencing && to->securityGroupReferencing};
    way.pastAclIn = ins.size() == 1 && ins.front() == target->subnet;
    way.pastReplyIn = outs.size() == 1 && outs.front() == subnet;
    return way;
}

/// Over the one line that the office has.
Way World::fromOffice(const OnPremisesNetwork& office, const Nic& target, const Packet& packet) const {
    const VpnConnection* line = nullptr;
    for (const VpnConnection& each : d_.vpnConnections) {
        if (each.onPremises != office.id) continue;
        if (line) return {Fate::NotModelled};
        line = &each;
    }
    if (!line) return {Fate::Blocked};
    Packet reply;
    reply.to = packet.from;
    if (const TransitGateway* gateway = find(d_, Id<TransitGateway>{line->gateway.value})) {
        for (const TransitGatewayAttachment& each : d_.transitGatewayAttachments)
            if (each.transitGateway == gateway->id && each.resource.value == line->id.value)
                return overTransit(*gateway, each, nullptr, &target, packet);
        return {Fate::NotModelled};
    }
    const VpnGateway* gateway = find(d_, Id<VpnGateway>{line->gateway.value});
    if (!gateway || gateway->vpc != target.subnet->vpc) return {Fate::Blocked};
    for (const RouteTable& table : d_.routeTables)
        if (std::ranges::find(table.gateways, gateway->id.value, [](const auto& id) { return id.value; }) !=
            table.gateways.end())
            return {Fate::NotModelled};
    const std::string back = nextOf(*target.subnet, reply, false);
    const bool told = std::ranges::any_of(line->staticRoutes.empty() ? office.cidrs : line->staticRoutes,
                                          [&](const Cidr& block) { return block.contains(packet.from); });
    if (back == "?") return {Fate::NotModelled};
    return {back == gateway->id.value && told ? Fate::Interface : Fate::Blocked, false, false};
}

Fate World::whole(const Nic& source, const Nic* target, const Packet& packet) const {
    const Way way = route(*source.subnet, source.publicIp, target, packet, 0, false);
    if (way.fate == Fate::NotModelled || way.fate == Fate::Blocked) return way.fate;
    if (!groupsPass(source, target, packet, false, way.seesOut)) return Fate::Blocked;
    const bool together = target && target->subnet->id == source.subnet->id;
    if (!together && !aclPasses(*source.subnet, packet.to, packet.called, true)) return Fate::Blocked;
    if (!together && !way.pastReplyIn && !aclPasses(*source.subnet, packet.to, packet.replyPort, false))
        return Fate::Blocked;
    if (!target) return way.fate;
    if (!together && !way.pastAclIn && !aclPasses(*target->subnet, packet.from, packet.called, false))
        return Fate::Blocked;
    if (!together && !aclPasses(*target->subnet, packet.from, packet.replyPort, true)) return Fate::Blocked;
    return groupsPass(*target, &source, packet, true, way.seesIn) ? way.fate : Fate::Blocked;
}

Fate World::wholeFromOffice(const OnPremisesNetwork& office, const Nic& target, const Packet& packet) const {
    const Way way = fromOffice(office, target, packet);
    if (way.fate == Fate::NotModelled || way.fate == Fate::Blocked) return way.fate;
    if (!way.pastAclIn && !aclPasses(*target.subnet, packet.from, packet.called, false)) return Fate::Blocked;
    if (!aclPasses(*target.subnet, packet.from, packet.replyPort, true)) return Fate::Blocked;
    return groupsPass(target, nullptr, packet, true, false) ? way.fate : Fate::Blocked;
}

}  // namespace gw::oracle
