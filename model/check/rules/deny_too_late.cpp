#include "model/check/acl_entries.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const NetworkAcl& acl, std::vector<Finding>& found) {
    for (const Direction direction : {Direction::In, Direction::Out}) {
        const auto entries = facts.network().entriesOf(acl, direction == Direction::Out);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const Shadow shadow = shadowOn(entries, i);
            if (entries[i]->action != AclAction::Deny || !shadow.isWhole || !shadow.isAllowed) continue;
            const std::string text = "entry " + textOf(*entries[i]) + " of " + facts.name(acl.id);
            Finding finding{
                acl.id,
                "E" + text.substr(1) + " denies nothing: entry " + std::to_string(shadow.first) + " comes first.",
                Severity::Warning};
            for (Edit& edit : movedBefore(acl, direction, *entries[i], shadow.first))
                finding.fixes.push_back(reviewedFix("Ask " + text + " first", std::move(edit)));
            finding.fixes.push_back(reviewedFix("Take " + text + " out", withoutEntry(acl, direction, *entries[i])));
            found.push_back(std::move(finding));
        }
    }
}

}  // namespace

extern const Rule denyTooLate = {
    .code = "ACL011",
    .name = "deny-too-late",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "A deny stands before what allows the same packets",
    .why =
        "The first entry that matches decides. A deny behind an allow for the same packets denies nothing: "
        "what it was written against passes.",
    .howToFix = "Give the deny a lower number than the allow.",
    .source = "Amazon VPC User Guide, Network ACLs (F-259)",
    .check = each<&Design::networkAcls, lookAt>(),
};

}  // namespace gw::rules
