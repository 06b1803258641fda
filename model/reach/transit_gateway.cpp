#include "model/reach/middle_parts.h"

namespace gw {
namespace {

const TransitGatewayAttachment* attachmentOf(const Design& design, const TransitGateway& gateway,
                                             const std::string& resource) {
    for (const TransitGatewayAttachment& each : design.transitGatewayAttachments)
        if (each.transitGateway == gateway.id && each.resource.value == resource) return &each;
    return nullptr;
}

const TransitGatewayRouteTable* tableOf(const Design& design, const TransitGatewayAttachment& attachment) {
    for (const TransitGatewayRouteTable& table : design.transitGatewayRouteTables)
        if (std::ranges::find(table.associations, attachment.id) != table.associations.end()) return &table;
    return nullptr;
}

/// Blocks that an attachment adds where it propagates: those of its VPC, or of the far end of its line.
std::vector<Cidr> blocksBehind(const Design& design, const TransitGatewayAttachment& attachment) {
    if (const Vpc* vpc = find(design, Id<Vpc>{attachment.resource.value})) {
        std::vector<Cidr> blocks = vpc->cidrs;
        blocks.insert(blocks.end(), vpc->ipv6Cidrs.begin(), vpc->ipv6Cidrs.end());
        return blocks;
    }
    if (const VpnConnection* line = find(design, Id<VpnConnection>{attachment.resource.value})) {
        if (!line->staticRoutes.empty()) return line->staticRoutes;
        if (const OnPremisesNetwork* far = find(design, line->onPremises)) return far->cidrs;
    }
    return {};
}

/// The attachment to which the table sends every address of the target: longest prefix, static before propagated.
/// nullptr where some have no route, a blackhole, or another attachment.
const TransitGatewayAttachment* wayOf(const Design& design, const TransitGatewayRouteTable& table, const End& target,
                                      IpFamily family) {
    struct Way {
        Cidr block{};
        bool propagated = false;
        const TransitGatewayAttachment* to = nullptr;
    };
    std::vector<Way> ways;
    for (const TransitGatewayRoute& route : table.routes)
        if (route.destination.family() == family)
            ways.push_back({route.destination, false, route.blackhole ? nullptr : find(design, route.attachment)});
    for (const auto& id : table.propagations)
        if (const TransitGatewayAttachment* each = find(design, id))
            for (const Cidr& block : blocksBehind(design, *each))
                if (block.family() == family) ways.push_back({block, true, each});
    std::ranges::stable_sort(ways, [](const Way& x, const Way& y) {
        return x.block.prefix() != y.block.prefix() ? x.block.prefix() > y.block.prefix() : x.propagated < y.propagated;
    });
    PacketSet rest;
    for (const Span& span : target.addresses) {
        PacketRange range;
        range[TargetAddress] = span;
        rest.add(range);
    }
    const TransitGatewayAttachment* found = nullptr;
    for (const Way& way : ways) {
        PacketRange range;
        range[TargetAddress] = spanOf(way.block);
        if (!rest.overlaps(range)) continue;
        if (!way.to || (found && way.to != found)) return nullptr;
        found = way.to;
        rest = rest.without(range);
    }
    return rest.empty() ? found : nullptr;
}

/// The subnet by which packets come out of the attachment: in the zone they came from, where it has one there.
const Subnet* landingOf(const Design& design, const TransitGatewayAttachment& attachment, const Subnet* from) {
    const Subnet* first = nullptr;
    for (const auto& id : attachment.subnets)
        if (const Subnet* subnet = find(design, id)) {
            if (!first) first = subnet;
            if (from && subnet->zone == from->zone) return subnet;
        }
    return first;
}

}  // namespace

Onward throughTransitGateway(const Network& network, const TransitGateway& gateway, const Call& call, const End& source,
                             const End& target) {
    Onward onward;
    const Design& design = network.design();
    const auto stop = [&](Code code, std::string note = {}) {
        onward.rulings.push_back(blocked(code, gateway, std::move(note)));
    };
    const TransitGatewayAttachment* from = source.vpc ? attachmentOf(design, gateway, source.vpc->id.value) : nullptr;
    if (!from) {
        stop(Code::IgwDetached);
        return onward;
    }
    // Packets enter the transit gateway in their own zone (FACTS F-270).
    const AvailabilityZone* zone = source.subnet ? find(design, source.subnet->zone) : nullptr;
    const bool inZone = std::ranges::any_of(from->subnets, [&](const Id<Subnet>& id) {
        const Subnet* subnet = find(design, id);
        return subnet && zone && subnet->zone == zone->id;
    });
    if (zone && !inZone) stop(Code::TgwAz, zone->name);
    const TransitGatewayRouteTable* table = tableOf(design, *from);
    const TransitGatewayAttachment* to = table ? wayOf(design, *table, target, call.family) : nullptr;
    if (!table)
        stop(Code::TgwNoAssoc, std::string(labelOf(*from)));
    else if (!to || (target.vpc && to->resource.value != target.vpc->id.value))
        stop(Code::TgwNoRoute, std::string(labelOf(*table)));
    // Behind a missing or wrong route, the stages of the VPC in which the target stands are asked all the same.
    if (target.vpc) to = attachmentOf(design, gateway, target.vpc->id.value);
    if (!to) return onward;
    if (onward.rulings.empty()) onward.rulings.push_back(passed(Code::TgwPassed, gateway));

    const TransitGatewayRouteTable* back = tableOf(design, *to);
    const bool comesBack = back && wayOf(design, *back, source, call.family) == from;
    const bool leaves = !target.subnet || routesBack(network, *target.subnet, source, call.family, gateway.id.value);
    if (!comesBack || !leaves)
        onward.replies.push_back(toldAt(blocked(Code::TgwNoReturn, gateway), target.id, Stage::Response));
    const bool references =
        gateway.securityGroupReferencing && from->securityGroupReferencing && to->securityGroupReferencing;
    onward.crossing = references ? Crossing::TransitGatewayWithReferences : Crossing::TransitGateway;
    const Vpc* landed = find(design, Id<Vpc>{to->resource.value});
    if (target.vpc) {
        onward.to = Onward::To::OtherVpc;
    } else if (const VpnConnection* line = find(design, Id<VpnConnection>{to->resource.value})) {
        onward.to = line->onPremises.value == target.id ? Onward::To::OnPremises : Onward::To::Nowhere;
        if (onward.to == Onward::To::Nowhere) stop(Code::VpnNoLine);
    } else if (const Subnet* subnet = landed ? landingOf(design, *to, source.subnet) : nullptr) {
        // An exit through another VPC: packets go on by the routes of the subnet in which they come out.
        onward.to = Onward::To::Subnet;
        onward.subnet = subnet;
        onward.source = source;
        onward.source.id = gateway.id.value;
        onward.source.vpc = landed;
        onward.source.subnet = subnet;
        onward.source.publicIp = false;
        onward.backBy = gateway.id.value;
    } else {
        onward.rulings.push_back(
            notKnown(gateway, "What stands behind the attachment " + std::string(labelOf(*to)) + "."));
    }
    return onward;
}

}  // namespace gw
