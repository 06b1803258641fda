#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

bool isTaken(int prefix) {
    return 44 <= prefix && prefix <= 60 && prefix % 4 == 0;
}

/// The next wider block of a size that AWS takes, so that subnets stay inside; of narrow ones the /56 that AWS gives.
std::optional<Fix> fixOf(const Facts& facts, const Vpc& vpc, const Cidr& block) {
    if (block.prefix() < 44) return {};
    const Cidr wider = Cidr::of(block.first(), block.prefix() > 56 ? 56 : block.prefix() / 4 * 4).canonical();
    std::vector<Cidr> blocks;
    for (const Cidr& each : vpc.ipv6Cidrs) {
        if (each != block && each.overlaps(wider)) return {};
        blocks.push_back(each == block ? wider : each);
    }
    return reviewedFix("Change " + block.text() + " of " + facts.name(vpc.id) + " to " + wider.text(),
                       edits::setField(vpc.id, "ipv6Cidrs", listed(blocks)));
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    for (const Cidr& block : vpc.ipv6Cidrs) {
        if (block.isV4() || isTaken(block.prefix())) continue;
        Finding finding{
            vpc.id,
            block.text() + " of " + facts.name(vpc.id) + " has a size that AWS does not take: /44 to /60 by fours.",
            Severity::Error};
        if (auto fix = fixOf(facts, vpc, block)) finding.fixes.push_back(*std::move(fix));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule vpcIpv6BlockSize = {
    .code = "NET035",
    .name = "vpc-ipv6-block-size",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "IPv6 blocks of VPCs are /44, /48, /52, /56 or /60",
    .why =
        "AWS gives a VPC a /56 of its own addresses. Of blocks from an IPAM pool or of your own it takes /44 to /60 in "
        "steps of four.",
    .howToFix = "Take a /56.",
    .source = "Amazon VPC User Guide, VPC CIDR blocks (F-216)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
