#include <algorithm>

#include "model/reach/middle_parts.h"
#include "model/reach/walk.h"

namespace gw {
namespace {

/// The call as it comes out of the line at a virtual private gateway. Such a gateway leads into its own VPC alone
/// (FACTS F-266), by the table associated with it.
Onward throughVpnInwards(const Network& network, const VpnGateway& gateway, const VpnConnection& line, const Call& call,
                         const End& source, const End& target, const PacketSet& packets) {
    Onward onward;
    if (!target.vpc || gateway.vpc != target.vpc->id) {
        onward.rulings.push_back(blocked(Code::VpnOtherVpc, gateway));
        return onward;
    }
    onward.to = Onward::To::OtherVpc;
    onward.rulings.push_back(passed(Code::VpnPassed, gateway));
    onward.rulings.back().other = labelOf(line);
    for (const RouteChoice& choice : routesInto(network, *target.vpc, gateway.id.value, target, call.family)) {
        if (choice.next == NextHop::Local) continue;
        if (choice.next == NextHop::Appliance || choice.next == NextHop::Instance) {
            Onward within = throughInstance(network, choice, call, source, target, packets);
            for (Ruling& ruling : within.rulings) onward.rulings.push_back(std::move(ruling));
        } else {
            onward.rulings.push_back(blocked(Code::RouteBlackhole, gateway));
        }
    }
    if (!tellsOf(network, line, source, call.family) ||
        !routesBack(network, *target.subnet, source, call.family, gateway.id.value))
        onward.replies.push_back(toldAt(blocked(Code::VpnNoReturn, gateway), target.id, Stage::Response));
    return onward;
}

/// The same at a transit gateway, by the table of the line's attachment.
Onward throughTransitInwards(const Network& network, const TransitGateway& gateway, const VpnConnection& line,
                             const Call& call, const End& source, const End& target, const PacketSet& packets) {
    const TransitGatewayAttachment* from = attachmentOf(network, gateway, line.id.value);
    if (from) return throughTransitGateway(network, gateway, from, call, source, target, packets);
    Onward onward;
    onward.rulings.push_back(notKnown(
        gateway, "The attachment of " + std::string(labelOf(line)) + " to " + std::string(labelOf(gateway)) + "."));
    return onward;
}

/// Whether the line leads to the target's VPC at all, whatever the stages in it say.
bool leadsThere(const std::vector<Branch>& ways) {
    return std::ranges::all_of(ways, [](const Branch& way) { return way.road != Road::None; });
}

/// The source in two: addresses that the line tells of, and the others, to which no reply finds its way.
std::vector<End> partsOf(const Network& network, const VpnConnection& line, const End& source, IpFamily family) {
    const OnPremisesNetwork* far = find(network.design(), line.onPremises);
    PacketSet rest;
    for (const Span& span : source.addresses) {
        PacketRange range;
        range[SourceAddress] = span;
        rest.add(range);
    }
    PacketSet told;
    for (const Cidr& block : !line.staticRoutes.empty() || !far ? line.staticRoutes : far->cidrs) {
        if (block.family() != family) continue;
        PacketRange range;
        range[SourceAddress] = spanOf(block);
        told.add(rest.within(range));
        rest = rest.without(range);
    }
    std::vector<End> parts;
    for (const PacketSet* part : {&told, &rest}) {
        if (part->empty()) continue;
        parts.push_back(source);
        parts.back().addresses.clear();
        for (const PacketRange& range : part->ranges()) parts.back().addresses.push_back(range[SourceAddress]);
    }
    return parts;
}

/// From one part of the network over one line.
std::vector<Branch> overLine(const Network& network, const Call& call, const End& source, const VpnConnection& line,
                             const Answer& target) {
    const Design& design = network.design();
    Walk walk(network, call, target);
    Branch branch = walk.begin(source);
    branch.via.push_back({line.id.value, labelOf(line)});
    Walk::Position at{source};
    at.crossing = Crossing::Other;
    Onward onward;
    if (const VpnGateway* gateway = find(design, Id<VpnGateway>{line.gateway.value})) {
        branch.via.push_back({gateway->id.value, labelOf(*gateway)});
        onward = throughVpnInwards(network, *gateway, line, call, source, target.end, branch.packets);
    } else if (const TransitGateway* transit = find(design, Id<TransitGateway>{line.gateway.value})) {
        branch.via.push_back({transit->id.value, labelOf(*transit)});
        onward = throughTransitInwards(network, *transit, line, call, source, target.end, branch.packets);
    } else {
        onward.rulings.push_back(blocked(Code::VpnNoLine, line));
    }
    walk.pass(std::move(branch), at, std::move(onward));
    return walk.found();
}

}  // namespace

std::vector<Branch> waysFromOnPremises(const Network& network, const Call& call, const End& source,
                                       const OnPremisesNetwork& onPremises, const Answer& target) {
    std::vector<Branch> leading;
    std::vector<Branch> stopped;
    for (const VpnConnection& line : network.design().vpnConnections) {
        // A public virtual interface carries calls to public addresses alone.
        if (line.onPremises != onPremises.id || line.connectionKind == VpnKind::DirectConnectPublic) continue;
        for (const End& part : partsOf(network, line, source, call.family)) {
            std::vector<Branch> ways = overLine(network, call, part, line, target);
            auto& list = leadsThere(ways) ? leading : stopped;
            for (Branch& way : ways) list.push_back(std::move(way));
        }
    }
    return leading.empty() ? stopped : leading;
}

}  // namespace gw
