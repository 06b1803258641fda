#include <algorithm>

#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool overlap(const std::optional<Cidr>& a, const std::optional<Cidr>& b) {
    return a && b && a->overlaps(*b);
}

/// The first subnet before `subnet`, in order of id, whose block it overlaps.
const Subnet* overlapped(std::span<const Subnet* const> subnets, std::size_t at) {
    for (std::size_t before = 0; before < at; ++before)
        if (overlap(subnets[before]->cidr, subnets[at]->cidr) ||
            overlap(subnets[before]->ipv6Cidr, subnets[at]->ipv6Cidr))
            return subnets[before];
    return nullptr;
}

std::optional<Fix> fixOf(const Facts& facts, const Vpc& vpc, const Subnet& subnet, const Subnet& other) {
    const bool v4 = overlap(subnet.cidr, other.cidr);
    const Cidr& block = v4 ? *subnet.cidr : *subnet.ipv6Cidr;
    std::vector<Cidr> taken;
    for (const Subnet* each : facts.network().subnetsOf(vpc.id))
        if (const auto& its = v4 ? each->cidr : each->ipv6Cidr; each->id != subnet.id && its) taken.push_back(*its);
    const int prefix = v4 ? std::clamp(block.prefix(), widestBlock, narrowestBlock) : block.prefix();
    const auto free = freeBlock(v4 ? vpc.cidrs : vpc.ipv6Cidrs, taken, prefix);
    if (!free) return {};
    return reviewedFix("Move " + facts.name(subnet.id) + " to " + free->text(),
                       edits::setSubnetBlock(subnet.id, *free));
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    const auto subnets = facts.network().subnetsOf(vpc.id);
    for (std::size_t at = 1; at < subnets.size(); ++at) {
        const Subnet* other = overlapped(subnets, at);
        if (!other) continue;
        Finding finding{
            subnets[at]->id,
            "The block of " + facts.name(subnets[at]->id) + " overlaps that of " + facts.name(other->id) + ".",
            Severity::Error};
        if (auto fix = fixOf(facts, vpc, *subnets[at], *other)) finding.fixes.push_back(*std::move(fix));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule subnetsOverlap = {
    .code = "NET011",
    .name = "subnets-overlap",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Subnets of one VPC do not overlap",
    .why = "AWS refuses the second subnet with InvalidSubnet.Conflict.",
    .howToFix = "Move one of them to a free part of the VPC's block.",
    .source = "Amazon VPC User Guide, Subnet sizing; cfn-lint E3060 (F-217)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
