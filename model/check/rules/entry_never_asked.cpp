#include "model/check/acl_entries.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

std::vector<Fix> fixesOf(const Facts& facts, const NetworkAcl& acl, Direction direction, const NetworkAclEntry& entry,
                         const Shadow& shadow) {
    const std::string name = facts.name(acl.id);
    std::vector<Fix> fixes{
        safeFix("Take entry " + textOf(entry) + " out of " + name, withoutEntry(acl, direction, entry))};
    if (entry.action == AclAction::Allow && shadow.isDenied)
        for (Edit& edit : movedBefore(acl, direction, entry, shadow.first))
            fixes.push_back(reviewedFix("Ask entry " + textOf(entry) + " of " + name + " first", std::move(edit)));
    return fixes;
}

void lookAt(const Facts& facts, const NetworkAcl& acl, std::vector<Finding>& found) {
    for (const Direction direction : {Direction::In, Direction::Out}) {
        const auto entries = facts.network().entriesOf(acl, direction == Direction::Out);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const Shadow shadow = shadowOn(entries, i);
            // A deny that comes too late is worse, and a finding of its own (ACL011).
            const bool isLateDeny = entries[i]->action == AclAction::Deny && shadow.isAllowed;
            if (!shadow.isWhole || isLateDeny) continue;
            found.push_back({acl.id,
                             "Entry " + textOf(*entries[i]) + " of " + facts.name(acl.id) +
                                 " is never asked: entries before it decide.",
                             Severity::Hint, fixesOf(facts, acl, direction, *entries[i], shadow)});
        }
    }
}

}  // namespace

extern const Rule entryNeverAsked = {
    .code = "ACL010",
    .name = "entry-never-asked",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Each entry of a network ACL is asked for some packet",
    .why =
        "The first entry that matches decides. One whose packets are all taken by entries before it does "
        "nothing, whatever it says, and counts against the quota of 20.",
    .howToFix = "Take the entry out, or give it a lower number where it is meant to decide.",
    .source = "Amazon VPC User Guide, Network ACLs (F-259, F-261)",
    .check = each<&Design::networkAcls, lookAt>(),
};

}  // namespace gw::rules
