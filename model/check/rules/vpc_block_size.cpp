#include <algorithm>
#include <set>

#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Blocks that AWS takes in the place of `block`: where it is too wide, the /16 blocks that its subnets stand in.
std::vector<Cidr> blocksFor(const Facts& facts, const Vpc& vpc, const Cidr& block) {
    if (block.prefix() > narrowestBlock) return {Cidr::of(block.first(), narrowestBlock).canonical()};
    std::set<Cidr> used;
    for (const Cidr& subnet : subnetBlocks(facts.design(), vpc.id)) {
        if (!block.contains(subnet)) continue;
        if (subnet.prefix() < widestBlock) return {};
        used.insert(Cidr::of(subnet.first(), widestBlock).canonical());
    }
    if (used.empty()) used.insert(Cidr::of(block.first(), widestBlock));
    // AWS associates five blocks with a VPC unless the quota is raised (FACTS F-208).
    return used.size() > 5 ? std::vector<Cidr>{} : std::vector<Cidr>(used.begin(), used.end());
}

std::optional<Fix> fixOf(const Facts& facts, const Vpc& vpc, const Cidr& block) {
    const std::vector<Cidr> instead = blocksFor(facts, vpc, block);
    if (instead.empty()) return {};
    std::vector<Cidr> blocks;
    std::string names;
    for (const Cidr& other : vpc.cidrs) {
        if (other == block) {
            for (const Cidr& part : instead) names += (names.empty() ? "" : ", ") + part.text();
            blocks.insert(blocks.end(), instead.begin(), instead.end());
        } else if (std::ranges::any_of(instead, [&](const Cidr& part) { return part.overlaps(other); })) {
            return {};
        } else {
            blocks.push_back(other);
        }
    }
    return reviewedFix("Change " + block.text() + " to " + names, edits::setVpcBlocks(vpc.id, std::move(blocks)));
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    for (const Cidr& block : vpc.cidrs) {
        if (!block.isV4() || (widestBlock <= block.prefix() && block.prefix() <= narrowestBlock)) continue;
        Finding finding{vpc.id,
                        block.text() + " of " + facts.name(vpc.id) + " is too " +
                            (block.prefix() < widestBlock ? "wide" : "narrow") + ": /16 to /28.",
                        Severity::Error};
        if (auto fix = fixOf(facts, vpc, block)) finding.fixes.push_back(*std::move(fix));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule vpcBlockSize = {
    .code = "NET002",
    .name = "vpc-block-size",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Blocks of a VPC are /16 to /28",
    .why = "AWS refuses other sizes with InvalidVpcRange, and the size of a block cannot be changed later.",
    .howToFix = "Take a block from /16 to /28; a VPC may have several.",
    .source = "Amazon VPC User Guide, VPC CIDR blocks (F-207, F-208)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
