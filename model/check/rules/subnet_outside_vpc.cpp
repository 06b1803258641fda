#include <algorithm>

#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Subnet& subnet, std::vector<Finding>& found) {
    const Vpc* vpc = facts.network().vpcOf(subnet);
    // A VPC without a block is a finding of its own.
    if (!subnet.cidr || !subnet.cidr->isV4() || !vpc || !std::ranges::any_of(vpc->cidrs, &Cidr::isV4)) return;
    if (std::ranges::any_of(vpc->cidrs, [&](const Cidr& block) { return block.contains(*subnet.cidr); })) return;
    const std::string name = facts.name(subnet.id);
    Finding finding{subnet.id, subnet.cidr->text() + " of " + name + " is no part of " + facts.name(vpc->id) + ".",
                    Severity::Error};
    const int prefix = std::clamp(subnet.cidr->prefix(), widestBlock, narrowestBlock);
    if (const auto free = freeBlock(vpc->cidrs, subnetBlocks(facts.design(), vpc->id, subnet.id), prefix))
        finding.fixes.push_back(
            reviewedFix("Move " + name + " to " + free->text(), edits::setSubnetBlock(subnet.id, *free)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule subnetOutsideVpc = {
    .code = "NET010",
    .name = "subnet-outside-vpc",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A subnet's block is part of a block of its VPC",
    .why = "AWS refuses the subnet with InvalidSubnet.Range, and a subnet's block cannot be changed later.",
    .howToFix = "Move the subnet to a free part of the VPC's block, or give the VPC a further block that holds it.",
    .source = "Amazon VPC User Guide, Subnet sizing; cfn-lint E3059 (F-217)",
    .check = each<&Design::subnets, lookAt>(),
};

}  // namespace gw::rules
