#include <algorithm>

#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Subnet& subnet, std::vector<Finding>& found) {
    if (!subnet.cidr || !subnet.cidr->isV4() ||
        (widestBlock <= subnet.cidr->prefix() && subnet.cidr->prefix() <= narrowestBlock))
        return;
    const std::string name = facts.name(subnet.id);
    Finding finding{subnet.id,
                    subnet.cidr->text() + " of " + name + " is too " +
                        (subnet.cidr->prefix() < widestBlock ? "wide" : "narrow") + ": /16 to /28.",
                    Severity::Error};
    if (const Vpc* vpc = facts.network().vpcOf(subnet)) {
        const int prefix = std::clamp(subnet.cidr->prefix(), widestBlock, narrowestBlock);
        const std::vector<Cidr> taken = subnetBlocks(facts.design(), vpc->id, subnet.id);
        // Where it stands, if there is room; else the first place that is free.
        std::vector<Cidr> within{Cidr::of(subnet.cidr->first(), prefix).canonical()};
        std::erase_if(within, [&](const Cidr& here) {
            return std::ranges::none_of(vpc->cidrs, [&](const Cidr& block) { return block.contains(here); });
        });
        within.insert(within.end(), vpc->cidrs.begin(), vpc->cidrs.end());
        if (const auto free = freeBlock(within, taken, prefix))
            finding.fixes.push_back(
                reviewedFix("Give " + free->text() + " to " + name, edits::setSubnetBlock(subnet.id, *free)));
    }
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule subnetBlockSize = {
    .code = "NET012",
    .name = "subnet-block-size",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Blocks of subnets are /16 to /28",
    .why = "AWS refuses other sizes, and it keeps five addresses of every subnet for itself: a /28 leaves eleven.",
    .howToFix = "Take a block from /16 to /28.",
    .source = "Amazon VPC User Guide, Subnet sizing (F-217, F-218)",
    .check = each<&Design::subnets, lookAt>(),
};

}  // namespace gw::rules
