#include <algorithm>

#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// The /16 that all subnets of the VPC stand in, or a free one where there are none.
std::optional<Cidr> blockFor(const Design& design, const Vpc& vpc) {
    const std::vector<Cidr> subnets = subnetBlocks(design, vpc.id);
    if (subnets.empty()) return freePrivateBlock(design, widestBlock);
    const Cidr around = Cidr::of(subnets.front().first(), widestBlock).canonical();
    const bool holdsAll = std::ranges::all_of(subnets, [&](const Cidr& subnet) { return around.contains(subnet); });
    return holdsAll ? std::optional(around) : std::nullopt;
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    if (std::ranges::any_of(vpc.cidrs, &Cidr::isV4)) return;
    const std::string name = facts.name(vpc.id);
    Finding finding{vpc.id, name + " has no IPv4 block.", Severity::Error};
    if (const auto block = blockFor(facts.design(), vpc)) {
        std::vector<Cidr> blocks = vpc.cidrs;
        blocks.insert(blocks.begin(), *block);
        finding.fixes.push_back(
            safeFix("Give " + block->text() + " to " + name, edits::setVpcBlocks(vpc.id, std::move(blocks))));
    }
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule vpcWithoutBlock = {
    .code = "NET001",
    .name = "vpc-without-block",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Every VPC has an IPv4 block",
    .why = "AWS creates no VPC without an IPv4 block, not even where all subnets are to be IPv6-only.",
    .howToFix = "Give the VPC a private block from /16 to /28 that no connected network uses.",
    .source = "Amazon VPC User Guide, VPC CIDR blocks (F-215)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
