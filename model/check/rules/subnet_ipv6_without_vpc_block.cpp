#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// AWS gives a VPC blocks of this size (FACTS F-216).
constexpr int vpcPrefix = 56;

void lookAt(const Facts& facts, const Subnet& subnet, std::vector<Finding>& found) {
    const Vpc* vpc = facts.network().vpcOf(subnet);
    if (!subnet.ipv6Cidr || subnet.ipv6Cidr->isV4() || !vpc) return;
    const Cidr& own = *subnet.ipv6Cidr;
    if (std::ranges::any_of(vpc->ipv6Cidrs, [&](const Cidr& block) { return block.contains(own); })) return;
    const std::string name = facts.name(vpc->id);
    Finding finding{subnet.id,
                    own.text() + " of " + facts.name(subnet.id) + " is no part of " + name +
                        (vpc->ipv6Cidrs.empty() ? ", which has no IPv6 block." : "."),
                    Severity::Error};
    const Cidr block = Cidr::of(own.first(), std::min(own.prefix(), vpcPrefix)).canonical();
    const auto meets = [&](const Cidr& each) { return each.overlaps(block); };
    if (own.prefix() >= vpcPrefix && std::ranges::none_of(vpc->ipv6Cidrs, meets)) {
        std::string blocks;
        for (const Cidr& each : vpc->ipv6Cidrs) blocks += each.text() + ", ";
        finding.fixes.push_back(safeFix("Give " + block.text() + " to " + name,
                                        edits::setField(vpc->id, "ipv6Cidrs", blocks + block.text())));
    }
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule subnetIpv6WithoutVpcBlock = {
    .code = "NET014",
    .name = "subnet-ipv6-without-vpc-block",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "The IPv6 block of a subnet is part of a block of its VPC",
    .why = "AWS gives a subnet a part of a block that its VPC has, most often a /64 of a /56, and refuses any other.",
    .howToFix = "Give the VPC an IPv6 block first.",
    .source = "Amazon VPC User Guide, Subnet sizing; cfn-lint E3059 (F-216)",
    .check = each<&Design::subnets, lookAt>(),
};

}  // namespace gw::rules
