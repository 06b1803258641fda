#include <algorithm>

#include "model/check/address_space.h"
#include "model/check/encounters.h"
#include "model/check/needs.h"

namespace gw::rules {
namespace {

/// VPCs that add their blocks to the table, in order of their attachments.
std::vector<const Vpc*> propagatingVpcs(const Design& design, const TransitGatewayRouteTable& table) {
    std::vector<const Vpc*> vpcs;
    for (const auto& id : table.propagations) {
        const TransitGatewayAttachment* attachment = find(design, id);
        const Vpc* vpc = attachment ? find(design, Id<Vpc>{attachment->resource.value}) : nullptr;
        if (vpc && std::ranges::find(vpcs, vpc) == vpcs.end()) vpcs.push_back(vpc);
    }
    return vpcs;
}

std::pair<const Cidr*, const Cidr*> overlapOf(const Vpc& a, const Vpc& b) {
    for (const Cidr& one : a.cidrs)
        for (const Cidr& other : b.cidrs)
            if (one.overlaps(other)) return {&one, &other};
    return {};
}

bool endsIn(const Facts& facts, const Flow& flow, const Vpc& vpc) {
    const auto stands = [&](const std::string& id) {
        const Workload* workload = find(facts.design(), Id<Workload>{id});
        return workload && facts.network().vpcOf(*workload) == &vpc;
    };
    return stands(flow.from.value) || stands(flow.to.value);
}

/// Whether a wanted call from or to one of the two VPCs goes by the transit gateway.
bool isNeeded(const Facts& facts, const TransitGatewayRouteTable& table, const Vpc& a, const Vpc& b) {
    return std::ranges::any_of(facts.traces(), [&](const Trace& trace) {
        const Flow* flow = find(facts.design(), trace.flow);
        return isWanted(*flow) && goesThrough(trace, table.transitGateway) &&
               (endsIn(facts, *flow, a) || endsIn(facts, *flow, b));
    });
}

Finding findingFor(const Facts& facts, const TransitGatewayRouteTable& table, const Vpc& kept, const Cidr& one,
                   const Vpc& moved, const Cidr& other) {
    Finding finding{table.id,
                    facts.name(table.id) + " cannot tell " + one.text() + " of " + facts.name(kept.id) + " from " +
                        other.text() + " of " + facts.name(moved.id) + ".",
                    isNeeded(facts, table, kept, moved) ? Severity::Error : Severity::Warning};
    if (const auto free = freePrivateBlock(facts.design(), other.prefix()); free && other.prefix() >= widestBlock)
        finding.fixes.push_back(reviewedFix("Renumber " + facts.name(moved.id) + " to " + free->text(),
                                            renumber(facts.design(), moved, other, *free)));
    return finding;
}

void lookAt(const Facts& facts, const TransitGatewayRouteTable& table, std::vector<Finding>& found) {
    const std::vector<const Vpc*> vpcs = propagatingVpcs(facts.design(), table);
    for (std::size_t a = 0; a < vpcs.size(); ++a)
        for (std::size_t b = a + 1; b < vpcs.size(); ++b)
            if (const auto [one, other] = overlapOf(*vpcs[a], *vpcs[b]); one)
                found.push_back(findingFor(facts, table, *vpcs[a], *one, *vpcs[b], *other));
}

}  // namespace

extern const Rule transitGatewayVpcsOverlap = {
    .code = "NET026",
    .name = "transit-gateway-vpcs-overlap",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "VPCs that propagate into one transit gateway route table do not overlap",
    .why =
        "A transit gateway does not propagate a block that overlaps one it has: packets for the second VPC go to the "
        "first, or nowhere.",
    .howToFix = "Renumber one of the VPCs, or let them propagate into different route tables.",
    .source = "Amazon VPC Transit Gateways; Cloudrail vpcs_in_transit_gateway_no_overlapping_cidr (F-270)",
    .check = each<&Design::transitGatewayRouteTables, lookAt>(),
};

}  // namespace gw::rules
