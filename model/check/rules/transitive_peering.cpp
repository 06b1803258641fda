#include <algorithm>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

const Vpc* peerOf(const Facts& facts, const PeeringConnection& peering, const Id<Vpc>& vpc) {
    return find(facts.design(), peering.requester == vpc ? peering.accepter : peering.requester);
}

/// Whether some address of the destination is one of the peer.
bool reachesPeer(const Vpc& peer, const Cidr& destination) {
    const auto& blocks = destination.isV4() ? peer.cidrs : peer.ipv6Cidrs;
    return std::ranges::any_of(blocks, [&](const Cidr& block) { return block.overlaps(destination); });
}

bool stopsSomething(const Facts& facts, const PeeringConnection& peering) {
    return std::ranges::any_of(facts.flowsMeeting("PCX_TRANSIT"), [&](const Id<Flow>& id) {
        const FlowFacts& facing = *facts.flowOf(id);
        return isWanted(facing.flow) && std::ranges::any_of(facing.trace.blockers, [&](const Blocker& blocker) {
                   return blocker.code == "PCX_TRANSIT" && blocker.subject.value == peering.id.value;
               });
    });
}

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    for (const Route& route : table.routes) {
        const PeeringConnection* peering = find(facts.design(), Id<PeeringConnection>{route.target.value});
        const Cidr* block = std::get_if<Cidr>(&route.destination);
        const Vpc* peer = peering ? peerOf(facts, *peering, table.vpc) : nullptr;
        if (!peer || !block || reachesPeer(*peer, *block)) continue;
        const std::string name = facts.name(table.id);
        Finding finding{
            table.id, name + " sends " + block->text() + " to " + facts.name(peer->id) + ", which does not pass it on.",
            stopsSomething(facts, *peering) ? Severity::Error : Severity::Warning};
        finding.fixes.push_back(
            reviewedFix("Remove " + block->text() + " from " + name, edits::removeRoute(table.id, route)));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule transitivePeering = {
    .code = "RTE021",
    .name = "transitive-peering",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Routes over a peering connection lead to the peer itself",
    .why =
        "Peering is not transitive: packets that are not for an address of the peer VPC are dropped. Its internet "
        "gateway, NAT gateway, "
        "VPN, further peerings and gateway endpoints cannot be used from here.",
    .howToFix = "Peer with the VPC that is meant, use a transit gateway, or give this VPC an endpoint of its own.",
    .source =
        "Amazon VPC Peering Guide, VPC peering basics; Reachability Analyzer code PCX_REQUIRES_ADDRESS_IN_VPC_CIDR "
        "(F-266)",
    .check = each<&Design::routeTables, lookAt>(),
};

}  // namespace gw::rules
