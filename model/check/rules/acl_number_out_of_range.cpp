#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

constexpr int firstNumber = 1;
constexpr int lastNumber = 32766;

bool isOut(const NetworkAclEntry& entry) {
    return entry.number < firstNumber || entry.number > lastNumber;
}

void lookAt(const Facts& facts, const NetworkAcl& acl, std::vector<Finding>& found) {
    for (const Direction direction : {Direction::In, Direction::Out}) {
        const std::vector<NetworkAclEntry>& entries = direction == Direction::In ? acl.ingress : acl.egress;
        const auto first = std::ranges::find_if(entries, isOut);
        if (first == entries.end()) continue;
        const std::string side = direction == Direction::In ? "inbound" : "outbound";
        Finding finding{acl.id,
                        "Number " + std::to_string(first->number) + " of " + facts.name(acl.id) + " (" + side +
                            ") is not 1 to 32766.",
                        Severity::Error};
        finding.fixes.push_back(safeFix("Renumber " + side + " entries of " + facts.name(acl.id) + " by tens",
                                        edits::renumberAclEntries(acl.id, direction)));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule aclNumberOutOfRange = {
    .code = "ACL002",
    .name = "acl-number-out-of-range",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Entries of a network ACL are numbered 1 to 32766",
    .why = "AWS refuses other numbers; 32767 stands for the last entry, which denies the rest.",
    .howToFix = "Renumber the entries, with gaps for later ones.",
    .source = "Amazon EC2 API, CreateNetworkAclEntry (F-259)",
    .check = each<&Design::networkAcls, lookAt>(),
};

}  // namespace gw::rules
