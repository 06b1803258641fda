#include <algorithm>

#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

bool isTaken(int prefix) {
    return 44 <= prefix && prefix <= 64 && prefix % 4 == 0;
}

/// A block of an allowed size for the subnet: as far as may be from what it has, else a free /64 of its VPC.
std::optional<Cidr> instead(const Facts& facts, const Subnet& subnet, const Vpc& vpc) {
    const Cidr& own = *subnet.ipv6Cidr;
    std::vector<Cidr> siblings;
    for (const Subnet* each : facts.network().subnetsOf(vpc.id))
        if (each->id != subnet.id && each->ipv6Cidr) siblings.push_back(*each->ipv6Cidr);
    const Cidr near = Cidr::of(own.first(), std::clamp(own.prefix() + 3, 44, 64) / 4 * 4).canonical();
    const auto holds = [&](const Cidr& block) { return block.contains(near); };
    const auto meets = [&](const Cidr& block) { return block.overlaps(near); };
    if (std::ranges::any_of(vpc.ipv6Cidrs, holds) && std::ranges::none_of(siblings, meets)) return near;
    return freeBlock(vpc.ipv6Cidrs, siblings, 64);
}

void lookAt(const Facts& facts, const Subnet& subnet, std::vector<Finding>& found) {
    if (!subnet.ipv6Cidr || subnet.ipv6Cidr->isV4() || isTaken(subnet.ipv6Cidr->prefix())) return;
    const std::string name = facts.name(subnet.id);
    const Cidr& own = *subnet.ipv6Cidr;
    Finding finding{subnet.id, own.text() + " of " + name + " has a size that AWS does not take: /44 to /64 by fours.",
                    Severity::Error};
    const Vpc* vpc = facts.network().vpcOf(subnet);
    if (const auto block = vpc ? instead(facts, subnet, *vpc) : std::nullopt)
        finding.fixes.push_back(reviewedFix("Give " + block->text() + " to " + name,
                                            edits::setField(subnet.id, "ipv6Cidr", block->text())));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule subnetIpv6BlockSize = {
    .code = "NET013",
    .name = "subnet-ipv6-block-size",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "IPv6 blocks of subnets are /44, /48, /52, /56, /60 or /64",
    .why = "AWS takes IPv6 blocks from /44 to /64 in steps of four for a subnet, and refuses other sizes.",
    .howToFix = "Take a /64 of the VPC's block.",
    .source = "Amazon VPC User Guide, Subnet CIDR blocks (F-216)",
    .check = each<&Design::subnets, lookAt>(),
};

}  // namespace gw::rules
