#include <algorithm>

#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/reach/ruling.h"

namespace gw::rules {
namespace {

/// 198.18.0.0/15 is kept for benchmarks (RFC 2544): nobody on the internet owns it.
bool isPublic(const Cidr& block) {
    return block.isV4() && !Cidr::literal("198.18.0.0/15").contains(block) &&
           std::ranges::any_of(publicAddresses(IpFamily::V4),
                               [&](const Span& span) { return span.overlaps(spanOf(block)); });
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    for (const Cidr& block : vpc.cidrs) {
        if (!isPublic(block)) continue;
        const std::string name = facts.name(vpc.id);
        Finding finding{vpc.id, block.text() + " of " + name + " holds public addresses of others.", Severity::Hint};
        if (const auto free = freePrivateBlock(facts.design(), block.prefix()); free && block.prefix() >= widestBlock)
            finding.fixes.push_back(
                reviewedFix("Renumber " + name + " to " + free->text(), renumber(facts.design(), vpc, block, *free)));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule vpcBlockIsPublic = {
    .code = "NET005",
    .name = "vpc-block-is-public",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "A VPC takes its block from private address space",
    .why =
        "AWS takes such a block and treats it as private inside the VPC. Whoever owns these addresses on the internet "
        "can then not be reached from the VPC: the local route is more specific than any way out.",
    .howToFix = "Take a block of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.",
    .source = "Amazon VPC User Guide, VPC CIDR blocks (F-214)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
