#include <algorithm>
#include <optional>

#include "model/check/group_calls.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Ports that both Linux and Windows take for their end of a call.
constexpr PortRange commonEphemeral{49152, 60999};

bool isForReplies(const SecurityGroupRule& rule) {
    return rule.protocol.hasPorts() && rule.ports.from >= 1024 && rule.ports.contains(commonEphemeral);
}

/// Whether the peer of the rule is an end that a call of the group leads to.
bool isCalled(const Facts& facts, const SecurityGroupRule& rule, const std::vector<GroupCall>& out) {
    return std::ranges::any_of(out, [&](const GroupCall& call) {
        const Endpoint* endpoint = call.trace ? endpointOn(facts.design(), *call.trace) : nullptr;
        if (const Cidr* block = std::get_if<Cidr>(&rule.peer)) {
            if (endpoint && endpoint->type != EndpointType::Gateway)
                return std::ranges::any_of(endpoint->subnets, [&](const Id<Subnet>& id) {
                    const Subnet* subnet = find(facts.design(), id);
                    return subnet && subnet->cidr && block->contains(*subnet->cidr);
                });
            return block->prefix() == 0;
        }
        const std::string& id = std::get<1>(rule.peer).value;
        if (const PrefixList* list = find(facts.design(), Id<PrefixList>{id}))
            return endpoint && endpoint->service == list->service;
        return std::ranges::any_of(groupsOfThing(facts, call.to),
                                   [&](const SecurityGroup* group) { return group->id.value == id; });
    });
}

/// Whether a declared call comes in on these ports.
bool isCalledOn(const SecurityGroupRule& rule, const std::vector<GroupCall>& in) {
    return std::ranges::any_of(in, [&](const GroupCall& call) {
        return rule.protocol.covers(call.protocol) && rule.ports.overlaps(call.ports);
    });
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    std::optional<GroupCalls> calls;
    for (const SecurityGroup& group : facts.design().securityGroups)
        for (const SecurityGroupRule& rule : group.ingress) {
            if (!isForReplies(rule)) continue;
            if (!calls) calls.emplace(facts);
            if (!isCalled(facts, rule, calls->outOf(group)) || isCalledOn(rule, calls->into(group))) continue;
            const std::string name = facts.name(group.id);
            found.push_back({group.id,
                             name + " admits " + textOf(facts, rule) + " for replies, which need no rule.",
                             Severity::Hint,
                             {safeFix("Take " + textOf(facts, rule) + " out of " + name,
                                      edits::removeSecurityGroupRule(group.id, Direction::In, rule))}});
        }
    return found;
}

}  // namespace

extern const Rule ruleForReplies = {
    .code = "SGR024",
    .name = "rule-for-replies",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Security groups have no rules for replies",
    .why =
        "A security group remembers the calls it let out and lets their replies in by itself. A rule for the "
        "ports of replies is not needed, and lets new calls in on those ports.",
    .howToFix = "Take the rule out. Only network ACLs need entries for replies.",
    .source = "Amazon VPC User Guide, Security groups (F-251, F-263)",
    .check = look,
};

}  // namespace gw::rules
