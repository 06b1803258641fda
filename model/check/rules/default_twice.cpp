#include <map>

#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Two rows of one frame that `key` marks: each may be kept.
Finding twice(const Facts& facts, const AnyId& frame, const AnyId& first, const AnyId& second, const std::string& key,
              const std::string& what) {
    const std::string one = facts.name(first);
    const std::string other = facts.name(second);
    return {second,
            facts.name(frame) + " has two " + what + "s: " + one + " and " + other + ".",
            Severity::Error,
            {reviewedFix("Keep " + one + " as the " + what, edits::setField(second, key, "false")),
             reviewedFix("Keep " + other + " as the " + what, edits::setField(first, key, "false"))}};
}

/// Finds every row after the first that `key` marks for the same frame.
template <class Row, class Frame>
void lookAt(const Facts& facts, const Table<Row>& table, bool Row::*mark, Id<Frame> Row::*frame, const std::string& key,
            const std::string& what, std::vector<Finding>& found) {
    std::map<Id<Frame>, const Row*> first;
    for (const Row& row : table) {
        if (!(row.*mark)) continue;
        const auto [at, isFirst] = first.try_emplace(row.*frame, &row);
        if (!isFirst) found.push_back(twice(facts, row.*frame, at->second->id, row.id, key, what));
    }
}

std::vector<Finding> look(const Facts& facts) {
    const Design& design = facts.design();
    std::vector<Finding> found;
    lookAt(facts, design.vpcs, &Vpc::isDefault, &Vpc::region, "isDefault", "default VPC", found);
    lookAt(facts, design.routeTables, &RouteTable::isMain, &RouteTable::vpc, "isMain", "main route table", found);
    lookAt(facts, design.networkAcls, &NetworkAcl::isDefault, &NetworkAcl::vpc, "isDefault", "default network ACL",
           found);
    lookAt(facts, design.securityGroups, &SecurityGroup::isDefault, &SecurityGroup::vpc, "isDefault",
           "default security group", found);
    return found;
}

}  // namespace

extern const Rule defaultTwice = {
    .code = "NET038",
    .name = "default-twice",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A VPC has one main route table, one default network ACL and one default security group",
    .why =
        "AWS makes the main route table, the default network ACL and the default security group with the VPC, and one "
        "default VPC in a Region. There is no way to a second one: which of two would hold is not said.",
    .howToFix = "Keep the mark on one of them.",
    .source = "Amazon VPC User Guide, Route tables, Network ACLs, Default VPCs (F-225, F-258, F-284)",
    .check = look,
};

}  // namespace gw::rules
