#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Subnet& subnet, std::vector<Finding>& found) {
    if (!subnet.mapPublicIp || subnet.intent == SubnetIntent::Public) return;
    const std::string name = facts.name(subnet.id);
    Finding finding{subnet.id, name + " gives public addresses to all that starts in it.", Severity::Warning};
    finding.fixes.push_back(
        reviewedFix("Turn auto-assigned addresses off in " + name, edits::setField(subnet.id, "mapPublicIp", "false")));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule subnetAssignsPublicAddresses = {
    .code = "NET027",
    .name = "subnet-assigns-public-addresses",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "Only subnets meant to be public assign public addresses",
    .why =
        "Every instance that starts in the subnet gets a public IPv4 address, whether it needs one or not; one route "
        "to an "
        "internet gateway later it can be reached from anywhere its security group admits.",
    .howToFix =
        "Turn auto-assignment off, and give addresses to the few that need one. Or say that the subnet is meant to be "
        "public.",
    .source = "Security Hub EC2.15; Amazon VPC User Guide, Subnets for your VPC (F-221)",
    .check = each<&Design::subnets, lookAt>(),
};

}  // namespace gw::rules
