#include "model/reach/middle_parts.h"

namespace gw {
namespace {

/// The tables that the attachment is associated with; AWS takes one alone (Amazon EC2 API Reference,
/// AssociateTransitGatewayRouteTable).
std::vector<const TransitGatewayRouteTable*> tablesOf(const Design& design, const TransitGatewayAttachment& attachment,
                                                      const TransitGateway& gateway) {
    std::vector<const TransitGatewayRouteTable*> tables;
    for (const TransitGatewayRouteTable& table : design.transitGatewayRouteTables)
        if (table.transitGateway == gateway.id &&
            std::ranges::find(table.associations, attachment.id) != table.associations.end())
            tables.push_back(&table);
    return tables;
}

/// Whether the attachment joins a VPC to a gateway of another Region, which AWS refuses: a transit gateway is Regional
/// (AWS Transit Gateway Guide, How transit gateways work).
bool isOfOtherRegion(const Network& network, const TransitGatewayAttachment& attachment) {
    const Design& design = network.design();
    const Vpc* vpc = find(design, Id<Vpc>{attachment.resource.value});
    const TransitGateway* gateway = find(design, attachment.transitGateway);
    const Region* region = gateway ? find(design, gateway->region) : nullptr;
    if (!vpc || !region || region->code.empty()) return false;
    const std::string_view home = network.regionOf(*vpc);
    return !home.empty() && home != region->code;
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

/// The end of the way through one or several transit gateways, or why there is none.
struct Passage {
    const TransitGatewayAttachment* to = nullptr;
    Code why = Code::TgwPassed;
    std::string_view whyName{};  ///< the attachment or route table that lacks something
    std::string missing{};       ///< the fact on which it turns where `why` is MiddleNotKnown
};

/// From the attachment on, by the tables of its transit gateway and of those peered with it.
Passage passageFrom(const Network& network, const TransitGatewayAttachment& start, const End& target, IpFamily family) {
    const Design& design = network.design();
    const TransitGatewayAttachment* from = &start;
    const TransitGateway* gateway = find(design, start.transitGateway);
    // Gateways can be peered in a circle; nobody chains more than a few.
    for (int hops = 0; hops < 8 && gateway; ++hops) {
        const auto tables = tablesOf(design, *from, *gateway);
        if (tables.empty()) return {nullptr, Code::TgwNoAssoc, labelOf(*from), {}};
        if (tables.size() > 1)
            return {nullptr, Code::MiddleNotKnown, labelOf(*from),
                    "Which of the route tables " + std::string(labelOf(*tables[0])) + " and " +
                        std::string(labelOf(*tables[1])) + " " + std::string(labelOf(*from)) +
                        " is associated with: AWS takes one."};
        const TransitGatewayRouteTable* table = tables.front();
        const TransitGatewayAttachment* to = wayOf(design, *table, target, family);
        if (!to) return {nullptr, Code::TgwNoRoute, labelOf(*table), {}};
        if (family == IpFamily::V6 && find(design, Id<Vpc>{to->resource.value}) && !to->ipv6Support)
            return {nullptr, Code::TgwIpv6, labelOf(*to), {}};
        // A peering is drawn once or from both sides; seen from the other side it leads to the gateway it belongs to.
        const bool isOwn = to->transitGateway == gateway->id;
        const std::string& far = isOwn ? to->resource.value : to->transitGateway.value;
        const TransitGateway* next = find(design, Id<TransitGateway>{far});
        if (!next) return {to, Code::TgwPassed, {}, {}};
        const TransitGatewayAttachment* other = attachmentOf(network, *next, gateway->id.value);
        from = other ? other : to;
        gateway = next;
    }
    return {nullptr, Code::RouteLoop, {}, {}};
}

/// Whether every address of the end is one of the VPC.
bool holds(const Vpc& vpc, const End& end) {
    return std::ranges::all_of(end.addresses, [&](const Span& span) {
        const auto has = [&](const Cidr& block) { return spanOf(block).contains(span); };
        return std::ranges::any_of(vpc.cidrs, has) || std::ranges::any_of(vpc.ipv6Cidrs, has);
    });
}

/// The subnets by which packets may come out of the attachment: that in the zone they came from, else any of them.
std::vector<const Subnet*> landingsOf(const Design& design, const TransitGatewayAttachment& attachment,
                                      const Subnet* from) {
    std::vector<const Subnet*> all;
    for (const auto& id : attachment.subnets)
        if (const Subnet* subnet = find(design, id)) {
            if (from && subnet->zone == from->zone) return {subnet};
            all.push_back(subnet);
        }
    return all;
}

/// One call across a transit gateway.
class Transit {
public:
    Transit(const Network& network, const TransitGateway& gateway, const Call& call, const End& source,
            const End& target, const PacketSet& packets)
        : network_(network),
          design_(network.design()),
          gateway_(gateway),
          call_(call),
          source_(source),
          target_(target),
          packets_(packets) {}

    Onward cross(const TransitGatewayAttachment* from);

private:
    void stop(Code code, std::string_view note = {}) {
        onward_.rulings.push_back(blocked(code, gateway_, std::string(note)));
    }
    void enter(const TransitGatewayAttachment& from);
    void comeBack(const TransitGatewayAttachment& from, const TransitGatewayAttachment& to);
    void leadOn(const TransitGatewayAttachment& to);
    void acl(const Subnet& subnet, AclPass pass) {
        const bool reply = pass == AclPass::ReplyOut || pass == AclPass::ReplyIn;
        Ruling ruling =
            toldAt(judgeAcl(network_, subnet, pass, call_, {source_, target_, Crossing::Other}, packets_),
                   reply ? target_.id : std::string_view(gateway_.id.value), reply ? Stage::Response : Stage::Middle);
        (reply ? onward_.replies : onward_.rulings).push_back(std::move(ruling));
    }
    /// The attachment's subnet in the zone of `near`; nullptr where it has none, or `near` has no zone.
    const Subnet* landingOf(const TransitGatewayAttachment& attachment, const Subnet& near) const {
        if (!near.zone) return nullptr;
        for (const auto& id : attachment.subnets)
            if (const Subnet* subnet = find(design_, id); subnet && subnet->zone == near.zone) return subnet;
        return nullptr;
    }
    std::string_view zoneName(const Subnet& subnet) const {
        const AvailabilityZone* zone = find(design_, subnet.zone);
        return zone ? std::string_view(zone->name) : std::string_view{};
    }

    const Network& network_;
    const Design& design_;
    const TransitGateway& gateway_;
    const Call& call_;
    const End& source_;
    const End& target_;
    const PacketSet& packets_;
    Onward onward_;
};

/// Packets enter a transit gateway in their own zone (FACTS F-270), past the inbound entries of its subnet there.
void Transit::enter(const TransitGatewayAttachment& from) {
    if (!source_.subnet) return;
    if (const Subnet* landing = landingOf(from, *source_.subnet))
        acl(*landing, AclPass::CallIn);
    else if (find(design_, source_.subnet->zone))
        stop(Code::TgwAz, zoneName(*source_.subnet));
    if (call_.family == IpFamily::V6 && !from.ipv6Support) stop(Code::TgwIpv6, labelOf(from));
}

void Transit::comeBack(const TransitGatewayAttachment& from, const TransitGatewayAttachment& to) {
    const auto noReturn = [&](Code code, std::string_view note = {}) {
        onward_.replies.push_back(toldAt(blocked(code, gateway_, std::string(note)), target_.id, Stage::Response));
    };
    const Passage back = passageFrom(network_, to, source_, call_.family);
    const auto lineOf = [&](const TransitGatewayAttachment& each) {
        return find(design_, Id<VpnConnection>{each.resource.value});
    };
    const VpnConnection* out = lineOf(from);
    // Replies may take another line to the same network.
    const VpnConnection* in = back.to ? lineOf(*back.to) : nullptr;
    const Vpc* home = back.to ? find(design_, Id<Vpc>{back.to->resource.value}) : nullptr;
    const bool comesBack =
        back.to == &from || (out && in && out->onPremises == in->onPremises) || (home && holds(*home, source_));
    const bool arrives = target_.subnet && target_.vpc && to.resource.value == target_.vpc->id.value;
    const bool leaves =
        !arrives || routesBack(network_, *target_.subnet, source_, call_.family, to.transitGateway.value);
    if (leaves && !back.missing.empty())
        onward_.replies.push_back(toldAt(notKnown(gateway_, back.missing), target_.id, Stage::Response));
    else if (!comesBack || !leaves)
        noReturn(Code::TgwNoReturn);
    if (!arrives) return;
    if (const Subnet* landing = landingOf(to, *target_.subnet))
        acl(*landing, AclPass::ReplyIn);
    else if (find(design_, target_.subnet->zone))
        noReturn(Code::TgwAz, zoneName(*target_.subnet));
    if (!source_.subnet) return;
    onward_.replyLandings = landingsOf(design_, from, target_.subnet);
    for (const Subnet* landing : onward_.replyLandings)
        if (landing != source_.subnet) acl(*landing, AclPass::ReplyOut);
}

void Transit::leadOn(const TransitGatewayAttachment& to) {
    const Vpc* landed = find(design_, Id<Vpc>{to.resource.value});
    const auto landings = landingsOf(design_, to, source_.subnet);
    if (landed && target_.vpc == landed) {
        onward_.to = Onward::To::OtherVpc;
        onward_.landings = landings;
        for (const Subnet* landing : landings)
            if (landing != target_.subnet) acl(*landing, AclPass::CallOut);
    } else if (const VpnConnection* line = find(design_, Id<VpnConnection>{to.resource.value})) {
        onward_.to = line->onPremises.value == target_.id ? Onward::To::OnPremises : Onward::To::Nowhere;
        if (onward_.to == Onward::To::Nowhere) stop(Code::VpnNoLine);
    } else if (landed && !landings.empty()) {
        // Through another VPC: packets go on by the routes of the subnet in which they come out.
        onward_.to = Onward::To::Subnet;
        onward_.subnet = landings.front();
        onward_.source = source_;
        onward_.source.id = gateway_.id.value;
        onward_.source.vpc = landed;
        onward_.source.subnet = landings.front();
        onward_.source.publicIp = false;
        onward_.backBy = gateway_.id.value;
    } else {
        onward_.rulings.push_back(
            notKnown(gateway_, "What stands behind the attachment " + std::string(labelOf(to)) + "."));
    }
}

Onward Transit::cross(const TransitGatewayAttachment* from) {
    if (!from) {
        stop(Code::IgwDetached);
        return std::move(onward_);
    }
    enter(*from);
    if (isOfOtherRegion(network_, *from)) stop(Code::TgwOtherRegion, labelOf(*from));
    const Passage way = passageFrom(network_, *from, target_, call_.family);
    const TransitGatewayAttachment* to = way.to;
    if (!to) {
        if (way.missing.empty())
            stop(way.why, way.whyName);
        else
            onward_.rulings.push_back(notKnown(gateway_, way.missing));
        // Behind a missing or wrong route, the stages of the VPC in which the target stands are asked all the same.
        to = target_.vpc ? attachmentOf(network_, gateway_, target_.vpc->id.value) : nullptr;
        if (!to) return std::move(onward_);
    }
    if (isOfOtherRegion(network_, *to)) stop(Code::TgwOtherRegion, labelOf(*to));
    const bool stopped = std::ranges::any_of(onward_.rulings, [](const Ruling& each) {
        return each.outcome == Outcome::Unknown || (each.outcome == Outcome::Blocked && each.part.empty());
    });
    if (!stopped) onward_.rulings.push_back(passed(Code::TgwPassed, gateway_));
    // References hold within one gateway, where it and both attachments pass them (FACTS F-254, F-271).
    const bool references = gateway_.securityGroupReferencing && from->securityGroupReferencing &&
                            to->securityGroupReferencing && to->transitGateway == from->transitGateway;
    onward_.crossing = references ? Crossing::TransitGatewayWithReferences : Crossing::TransitGateway;
    comeBack(*from, *to);
    leadOn(*to);
    return std::move(onward_);
}

}  // namespace

const TransitGatewayAttachment* attachmentOf(const Network& network, const TransitGateway& gateway,
                                             std::string_view resource) {
    for (const TransitGatewayAttachment& each : network.design().transitGatewayAttachments)
        if (each.transitGateway == gateway.id && each.resource.value == resource) return &each;
    return nullptr;
}

Onward throughTransitGateway(const Network& network, const TransitGateway& gateway,
                             const TransitGatewayAttachment* from, const Call& call, const End& source,
                             const End& target, const PacketSet& packets) {
    return Transit(network, gateway, call, source, target, packets).cross(from);
}

}  // namespace gw
