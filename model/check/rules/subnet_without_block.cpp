#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Subnet& subnet, std::vector<Finding>& found) {
    if (subnet.cidr || subnet.ipv6Cidr) return;
    const std::string name = facts.name(subnet.id);
    Finding finding{subnet.id, name + " has no address block.", Severity::Error};
    if (const Vpc* vpc = facts.network().vpcOf(subnet)) {
        const auto taken = subnetBlocks(facts.design(), vpc->id, subnet.id);
        for (const int prefix : {24, narrowestBlock})
            if (const auto free = freeBlock(vpc->cidrs, taken, prefix)) {
                finding.fixes.push_back(
                    safeFix("Give " + free->text() + " to " + name, edits::setSubnetBlock(subnet.id, *free)));
                break;
            }
    }
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule subnetWithoutBlock = {
    .code = "NET037",
    .name = "subnet-without-block",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A subnet has an IPv4 block, an IPv6 block or both",
    .why = "AWS makes a subnet from an address block: without one CreateSubnet is refused.",
    .howToFix = "Give it a free block of its VPC.",
    .source = "Amazon EC2 API, CreateSubnet, CidrBlock and Ipv6Native (F-220)",
    .check = each<&Design::subnets, lookAt>(),
};

}  // namespace gw::rules
