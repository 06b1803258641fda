#include <map>

#include "model/check/quota.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const NetworkAcl& acl, std::vector<Finding>& found) {
    for (const bool outbound : {false, true}) {
        std::map<IpFamily, std::int64_t> count;
        for (const NetworkAclEntry& entry : outbound ? acl.egress : acl.ingress) ++count[entry.cidr.family()];
        for (const auto& [family, entries] : count)
            // The entry that denies the rest counts as well.
            if (auto over =
                    overQuota(facts, acl.id, "nacl_rules_per_direction", entries + 1,
                              facts.name(acl.id) + " has " + std::to_string(entries + 1) + " " +
                                  std::string(nameOf(family)) + (outbound ? " entries outbound" : " entries inbound")))
                found.push_back(*std::move(over));
    }
}

}  // namespace

extern const Rule entriesPerNetworkAcl = {
    .code = "QUO006",
    .name = "entries-per-network-acl",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A network ACL has no more entries than its quota",
    .why =
        "AWS takes 20 entries of each family and direction, up to 40 on request; the one that denies all else counts "
        "among them.",
    .howToFix = "Merge entries, or let AWS raise the quota and record it here.",
    .source = "Amazon VPC User Guide, Amazon VPC quotas (F-261)",
    .check = each<&Design::networkAcls, lookAt>(),
};

}  // namespace gw::rules
