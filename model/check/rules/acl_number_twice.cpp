#include <set>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// The first number that two entries have; 0 where all differ.
int repeatedNumber(const std::vector<NetworkAclEntry>& entries) {
    std::set<int> seen;
    for (const NetworkAclEntry& entry : entries)
        if (!seen.insert(entry.number).second) return entry.number;
    return 0;
}

void lookAt(const Facts& facts, const NetworkAcl& acl, std::vector<Finding>& found) {
    for (const Direction direction : {Direction::In, Direction::Out}) {
        const std::vector<NetworkAclEntry>& entries = direction == Direction::In ? acl.ingress : acl.egress;
        const int number = repeatedNumber(entries);
        if (number == 0) continue;
        const std::string side = direction == Direction::In ? "inbound" : "outbound";
        Finding finding{
            acl.id,
            "Two " + side + " entries of " + facts.name(acl.id) + " have number " + std::to_string(number) + ".",
            Severity::Error};
        finding.fixes.push_back(reviewedFix("Renumber " + side + " entries of " + facts.name(acl.id) + " by tens",
                                            edits::renumberAclEntries(acl.id, direction)));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule aclNumberTwice = {
    .code = "ACL003",
    .name = "acl-number-twice",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Each entry of a network ACL has a number of its own",
    .why =
        "AWS refuses the second with NetworkAclEntryAlreadyExists: the number is the order, and it must say which "
        "entry is asked first.",
    .howToFix = "Renumber the entries, with gaps for later ones; look at their order.",
    .source = "Amazon EC2 API, CreateNetworkAclEntry (F-259)",
    .check = each<&Design::networkAcls, lookAt>(),
};

}  // namespace gw::rules
