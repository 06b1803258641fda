#include <algorithm>
#include <map>

#include "model/check/group_calls.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// The list of a service that holds the block; nullptr where none is drawn with its blocks.
const PrefixList* listOfBlock(const Design& design, const Peer& peer) {
    const Cidr* block = std::get_if<Cidr>(&peer);
    if (!block) return nullptr;
    for (const PrefixList& list : design.prefixLists)
        if (!list.service.empty() && std::ranges::any_of(list.entries, [&](const Cidr& entry) {
                return entry.family() == block->family() && entry.contains(*block);
            }))
            return &list;
    return nullptr;
}

/// Rules of one group that name blocks of one list.
struct Blocks {
    std::vector<SecurityGroupRule> rules{};
    const PrefixList* list = nullptr;
};

Fix byList(const Facts& facts, const SecurityGroup& group, const Blocks& blocks) {
    std::vector<Edit> steps;
    std::vector<SecurityGroupRule> added;
    for (const SecurityGroupRule& rule : blocks.rules) {
        SecurityGroupRule named = rule;
        named.peer = Peer(blocks.list->id);
        steps.push_back(edits::removeSecurityGroupRule(group.id, Direction::Out, rule));
        const bool isThere = std::ranges::any_of(group.egress, [&](const SecurityGroupRule& other) {
            return other.protocol == named.protocol && other.ports == named.ports && other.peer == named.peer;
        });
        const bool isAdded = std::ranges::any_of(added, [&](const SecurityGroupRule& other) {
            return other.protocol == named.protocol && other.ports == named.ports;
        });
        if (isThere || isAdded) continue;
        added.push_back(named);
        steps.push_back(edits::allowInSecurityGroup(group.id, Direction::Out, named));
    }
    return reviewedFix("Let " + facts.name(group.id) + " out to " + facts.name(blocks.list->id),
                       inOrder({}, std::move(steps)));
}

void lookAt(const Facts& facts, const SecurityGroup& group, std::vector<Finding>& found) {
    std::map<std::string, Blocks> byId;
    for (const SecurityGroupRule& rule : group.egress)
        if (const PrefixList* list = listOfBlock(facts.design(), rule.peer)) {
            Blocks& blocks = byId[list->id.value];
            blocks.list = list;
            if (std::ranges::count(blocks.rules, rule) == 0) blocks.rules.push_back(rule);
        }
    for (const auto& [id, blocks] : byId)
        found.push_back({group.id,
                         facts.name(group.id) + " names " + peerOf(facts, blocks.rules.front()) +
                             andMore(blocks.rules.size()) + " of " + titleOf(blocks.list->service) + " instead of " +
                             facts.name(blocks.list->id) + ".",
                         Severity::Hint,
                         {byList(facts, group, blocks)}});
}

}  // namespace

extern const Rule blocksOfService = {
    .code = "SGR023",
    .name = "blocks-of-service",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Rules name the prefix list of a service, not its address blocks",
    .why =
        "AWS changes the blocks of S3 and DynamoDB without notice. A prefix list follows; blocks written by "
        "hand leave calls to new addresses out, some day, for some callers.",
    .howToFix = "Name the prefix list instead of its blocks.",
    .source =
        "AWS PrivateLink Guide, Gateway endpoints; Amazon VPC User Guide, AWS-managed prefix lists (F-103, "
        "F-253)",
    .check = each<&Design::securityGroups, lookAt>(),
};

}  // namespace gw::rules
