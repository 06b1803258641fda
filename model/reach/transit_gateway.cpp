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

/// Whether the table sends every address of the target to the attachment: longest prefix, static before propagated.
bool leadsTo(const Design& design, const TransitGatewayRouteTable& table, const End& target, IpFamily family,
             const TransitGatewayAttachment& wanted) {
    struct Way {
        Cidr block{};
        bool propagated = false;
        bool right = false;
    };
    std::vector<Way> ways;
    for (const TransitGatewayRoute& route : table.routes)
        if (route.destination.family() == family)
            ways.push_back({route.destination, false, !route.blackhole && route.attachment == wanted.id});
    for (const auto& id : table.propagations)
        if (const TransitGatewayAttachment* each = find(design, id))
            for (const Cidr& block : blocksBehind(design, *each))
                if (block.family() == family) ways.push_back({block, true, each->id == wanted.id});
    std::ranges::stable_sort(ways, [](const Way& a, const Way& b) {
        return a.block.prefix() != b.block.prefix() ? a.block.prefix() > b.block.prefix() : a.propagated < b.propagated;
    });
    PacketSet rest;
    for (const Span& span : target.addresses) {
        PacketRange box;
        box[TargetAddress] = span;
        rest.add(box);
    }
    for (const Way& way : ways) {
        PacketRange box;
        box[TargetAddress] = spanOf(way.block);
        if (rest.within(box).empty()) continue;
        if (!way.right) return false;
        rest = rest.without(box);
    }
    return rest.empty();
}

}  // namespace

Onward throughTransitGateway(const Network& network, const TransitGateway& gateway, const Call& call, const End& source,
                             const End& target) {
    Onward onward;
    const Design& design = network.design();
    const auto stop = [&](Code code, std::string note = {}) {
        onward.judgements.push_back(blocked(code, gateway, std::move(note)));
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
        return subnet && zone && find(design, subnet->zone) == zone;
    });
    if (zone && !inZone) stop(Code::TgwAz, zone->name);
    std::string far = target.vpc ? target.vpc->id.value : std::string{};
    if (!target.vpc)
        for (const VpnConnection& line : design.vpnConnections)
            if (line.gateway.value == gateway.id.value && line.onPremises.value == target.id) far = line.id.value;
    const TransitGatewayAttachment* to = far.empty() ? nullptr : attachmentOf(design, gateway, far);
    if (!to) {
        const bool isPublic = !target.vpc && !find(design, Id<OnPremisesNetwork>{std::string(target.id)});
        if (isPublic) {
            onward.judgements.push_back(
                notKnown(gateway, "How " + std::string(labelOf(gateway)) +
                                      " leads to the internet: exits through another VPC are not followed."));
        } else {
            stop(Code::TgwNoRoute);
        }
        return onward;
    }
    const TransitGatewayRouteTable* table = tableOf(design, *from);
    if (!table)
        stop(Code::TgwNoAssoc, std::string(labelOf(*from)));
    else if (!leadsTo(design, *table, target, call.family, *to))
        stop(Code::TgwNoRoute, std::string(labelOf(*table)));
    if (onward.judgements.empty()) onward.judgements.push_back(passed(Code::TgwPassed, gateway));

    const TransitGatewayRouteTable* back = tableOf(design, *to);
    const bool leaves = !target.subnet || routesBack(network, *target.subnet, source, call.family, gateway.id.value);
    if (!leaves || !back || !leadsTo(design, *back, source, call.family, *from)) {
        onward.replies.push_back(toldAt(blocked(Code::TgwNoReturn, gateway), target.id, Stage::Response));
        if (target.subnet) onward.replies.back().other = labelOf(*target.subnet);
    }
    onward.to = target.vpc ? Onward::To::OtherVpc : Onward::To::OnPremises;
    const bool references =
        gateway.securityGroupReferencing && from->securityGroupReferencing && to->securityGroupReferencing;
    onward.crossing = references ? Crossing::TransitGatewayWithReferences : Crossing::TransitGateway;
    return onward;
}

}  // namespace gw
