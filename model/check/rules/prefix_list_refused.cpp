#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const PrefixList& list, std::vector<Finding>& found) {
    if (!list.service.empty()) return;
    const std::string name = facts.name(list.id);
    if (std::ranges::any_of(list.entries, &Cidr::isV4) && !std::ranges::all_of(list.entries, &Cidr::isV4))
        found.push_back({list.id, name + " holds IPv4 and IPv6 blocks: a list takes one family.", Severity::Error});
    const auto count = static_cast<int>(list.entries.size());
    if (list.maxEntries > 0 && count > list.maxEntries)
        found.push_back({list.id,
                         name + " holds " + std::to_string(count) + " blocks, and its maximum is " +
                             std::to_string(list.maxEntries) + ".",
                         Severity::Error,
                         {reviewedFix("Let " + name + " have " + std::to_string(count) + " entries",
                                      edits::setField(list.id, "maxEntries", std::to_string(count)))}});
}

}  // namespace

extern const Rule prefixListRefused = {
    .code = "NET044",
    .name = "prefix-list-refused",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A prefix list holds blocks of one family, and no more than its maximum",
    .why =
        "AWS takes either IPv4 or IPv6 blocks in one list, and no more entries than the maximum the list was made "
        "with.",
    .howToFix = "Make a list for each family; raise the maximum, which counts against the quotas of rules and routes.",
    .source = "Amazon VPC User Guide, Prefix lists concepts and rules (F-253)",
    .check = each<&Design::prefixLists, lookAt>(),
};

}  // namespace gw::rules
