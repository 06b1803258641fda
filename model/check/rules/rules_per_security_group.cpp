#include <map>

#include "model/check/quota.h"

namespace gw::rules {
namespace {

/// Rules by family: one that names a group counts for both, a prefix list with all entries it may have.
std::map<IpFamily, std::int64_t> countOf(const Design& design, const std::vector<SecurityGroupRule>& rules) {
    std::map<IpFamily, std::int64_t> count;
    for (const SecurityGroupRule& rule : rules) {
        if (const Cidr* block = std::get_if<Cidr>(&rule.peer)) {
            ++count[block->family()];
        } else if (const PrefixList* list = find(design, Id<PrefixList>{std::get<1>(rule.peer).value})) {
            count[familyOf(*list)] += weightOf(*list);
        } else {
            ++count[IpFamily::V4];
            ++count[IpFamily::V6];
        }
    }
    return count;
}

void lookAt(const Facts& facts, const SecurityGroup& group, std::vector<Finding>& found) {
    for (const bool outbound : {false, true})
        for (const auto& [family, rules] : countOf(facts.design(), outbound ? group.egress : group.ingress))
            if (auto over =
                    overQuota(facts, group.id, "sg_rules_per_direction", rules,
                              facts.name(group.id) + " has " + std::to_string(rules) + " " +
                                  std::string(nameOf(family)) + (outbound ? " rules outbound" : " rules inbound"))) {
                found.push_back(*std::move(over));
                break;
            }
}

}  // namespace

extern const Rule rulesPerSecurityGroup = {
    .code = "QUO007",
    .name = "rules-per-security-group",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A security group has no more rules than its quota",
    .why =
        "AWS takes 60 rules inbound and 60 outbound, for IPv4 and IPv6 apart. A rule that names a prefix list counts "
        "with all entries the list may have.",
    .howToFix = "Merge rules or split the group, or let AWS raise the quota and record it here.",
    .source = "Amazon VPC User Guide, Amazon VPC quotas; Security group rules (F-252, F-253)",
    .check = each<&Design::securityGroups, lookAt>(),
};

}  // namespace gw::rules
