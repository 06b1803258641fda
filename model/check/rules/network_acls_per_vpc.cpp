#include <map>

#include "model/check/quota.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::map<Id<Vpc>, std::int64_t> used;
    for (const NetworkAcl& acl : facts.design().networkAcls) ++used[acl.vpc];
    std::vector<Finding> found;
    for (const auto& [vpc, count] : used)
        if (auto over = overQuota(facts, vpc, "nacls_per_vpc", count,
                                  facts.name(vpc) + " has " + std::to_string(count) + " network ACLs"))
            found.push_back(*std::move(over));
    return found;
}

}  // namespace

extern const Rule networkAclsPerVpc = {
    .code = "QUO016",
    .name = "network-acls-per-vpc",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A VPC has no more network ACLs than its quota",
    .why = "AWS makes 200 network ACLs in a VPC unless the quota is raised.",
    .howToFix = "Let subnets share an ACL, or let AWS raise the quota and record it here.",
    .source = "Amazon VPC User Guide, Amazon VPC quotas (F-261)",
    .check = look,
};

}  // namespace gw::rules
