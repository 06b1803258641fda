#include "model/check/address_space.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

/// The first blocks of two VPCs that overlap; nullptr, nullptr where none do.
std::pair<const Cidr*, const Cidr*> overlapOf(const Vpc& a, const Vpc& b) {
    for (const auto blocks : {&Vpc::cidrs, &Vpc::ipv6Cidrs})
        for (const Cidr& one : a.*blocks)
            for (const Cidr& other : b.*blocks)
                if (one.overlaps(other)) return {&one, &other};
    return {};
}

void lookAt(const Facts& facts, const PeeringConnection& peering, std::vector<Finding>& found) {
    const Vpc* requester = find(facts.design(), peering.requester);
    const Vpc* accepter = find(facts.design(), peering.accepter);
    if (!requester || !accepter || requester == accepter) return;
    const auto [one, other] = overlapOf(*requester, *accepter);
    if (!one) return;
    Finding finding{peering.id,
                    one->text() + " of " + facts.name(requester->id) + " overlaps " + other->text() + " of " +
                        facts.name(accepter->id) + ".",
                    Severity::Error};
    const bool isSmaller =
        facts.network().subnetsOf(requester->id).size() < facts.network().subnetsOf(accepter->id).size();
    const Vpc& moved = isSmaller ? *requester : *accepter;
    const Cidr& block = isSmaller ? *one : *other;
    const auto free =
        block.isV4() && block.prefix() >= widestBlock ? freePrivateBlock(facts.design(), block.prefix()) : std::nullopt;
    if (free)
        finding.fixes.push_back(reviewedFix("Renumber " + facts.name(moved.id) + " to " + free->text(),
                                            renumber(facts.design(), moved, block, *free)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule peeredVpcsOverlap = {
    .code = "NET025",
    .name = "peered-vpcs-overlap",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Blocks of peered VPCs do not overlap",
    .why =
        "A peering connection between VPCs with overlapping blocks goes to the state failed, whatever block the routes "
        "would use.",
    .howToFix = "Renumber the VPC with fewer subnets, or connect single services through VPC endpoints instead.",
    .source = "Amazon VPC Peering Guide, VPC peering basics (F-265)",
    .check = each<&Design::peeringConnections, lookAt>(),
};

}  // namespace gw::rules
