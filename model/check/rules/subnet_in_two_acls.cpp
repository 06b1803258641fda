#include <map>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::map<Id<Subnet>, std::vector<const NetworkAcl*>> acls;
    for (const NetworkAcl& acl : facts.design().networkAcls)
        for (const Id<Subnet>& subnet : acl.subnets) acls[subnet].push_back(&acl);
    std::vector<Finding> found;
    for (const auto& [subnet, its] : acls) {
        if (its.size() < 2) continue;
        const NetworkAcl& first = *its.front();
        const NetworkAcl& last = *its.back();
        Finding finding{
            subnet,
            facts.name(subnet) + " is associated with " + facts.name(first.id) + " and " + facts.name(last.id) + ".",
            Severity::Error};
        for (const NetworkAcl* kept : {&last, &first})
            finding.fixes.push_back(
                reviewedFix("Associate " + facts.name(subnet) + " with " + facts.name(kept->id) + " alone",
                            edits::setNetworkAcl(subnet, kept->id)));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule subnetInTwoAcls = {
    .code = "ACL001",
    .name = "subnet-in-two-acls",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A subnet is associated with one network ACL",
    .why =
        "AWS keeps exactly one network ACL for each subnet; a further association takes the place of the first without "
        "a word.",
    .howToFix = "Keep one of the associations.",
    .source = "Amazon VPC User Guide, Network ACLs (F-261)",
    .check = look,
};

}  // namespace gw::rules
