#include <algorithm>

#include "model/check/group_calls.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/reach/packets.h"

namespace gw::rules {
namespace {

/// Ports of a protocol without any are all of them.
PortRange portsOf(const SecurityGroupRule& rule) {
    return rule.protocol.hasPorts() ? rule.ports : PortRange{};
}

PacketRange packetsOf(const SecurityGroupRule& rule) {
    PacketRange range;
    if (const Cidr* block = std::get_if<Cidr>(&rule.peer)) range[SourceAddress] = spanOf(*block);
    range[CalledPort] = spanOf(portsOf(rule));
    return range;
}

/// Whether both rules speak of the same kind of peer, so that one may cover the other: blocks of one family, or the
/// same group or prefix list (which addresses those have is not for a rule to say).
bool areComparable(const SecurityGroupRule& rule, const SecurityGroupRule& other) {
    const Cidr* block = std::get_if<Cidr>(&rule.peer);
    const Cidr* otherBlock = std::get_if<Cidr>(&other.peer);
    return block && otherBlock ? block->family() == otherBlock->family() : rule.peer == other.peer;
}

bool isTheSame(const SecurityGroupRule& rule, const SecurityGroupRule& other) {
    return rule.protocol == other.protocol && portsOf(rule) == portsOf(other) && rule.peer == other.peer;
}

/// Whether the others that are kept let through all that the rule does.
bool isWithin(const std::vector<SecurityGroupRule>& rules, const std::vector<bool>& isKept, std::size_t at) {
    PacketSet left(packetsOf(rules[at]));
    for (std::size_t i = 0; i < rules.size() && !left.empty(); ++i)
        if (i != at && isKept[i] && rules[i].protocol.covers(rules[at].protocol) && areComparable(rules[at], rules[i]))
            left = left.without(packetsOf(rules[i]));
    return left.empty();
}

void lookAt(const Facts& facts, const SecurityGroup& group, Direction direction, std::vector<Finding>& found) {
    const auto& rules = direction == Direction::In ? group.ingress : group.egress;
    std::vector<bool> isKept(rules.size(), true);
    // From behind: of two that cover each other the later one goes.
    for (std::size_t i = rules.size(); i-- > 0;) {
        if (!isWithin(rules, isKept, i)) continue;
        isKept[i] = false;
        const bool isTwin = std::any_of(rules.begin(), rules.begin() + static_cast<std::ptrdiff_t>(i),
                                        [&](const SecurityGroupRule& other) { return isTheSame(rules[i], other); });
        const std::string text = textOf(facts, rules[i]);
        const std::string name = facts.name(group.id);
        std::vector<Edit> steps{edits::removeSecurityGroupRule(group.id, direction, rules[i])};
        // That takes every rule out that is equal in all, so one comes back.
        if (std::ranges::count(rules, rules[i]) > 1)
            steps.push_back(edits::allowInSecurityGroup(group.id, direction, rules[i]));
        found.push_back({group.id,
                         isTwin ? name + " has a rule for " + text + " twice: AWS refuses the second."
                                : "Other rules of " + name + " cover the one for " + text + ".",
                         isTwin ? Severity::Error : Severity::Hint,
                         {safeFix("Take " + text + " out of " + name, inOrder({}, std::move(steps)))}});
    }
}

void lookAtEach(const Facts& facts, const SecurityGroup& group, std::vector<Finding>& found) {
    for (const Direction direction : {Direction::In, Direction::Out}) lookAt(facts, group, direction, found);
}

}  // namespace

extern const Rule ruleWithinOthers = {
    .code = "SGR021",
    .name = "rule-within-others",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Each rule of a security group lets something more through",
    .why =
        "A rule that others cover changes nothing, counts against the quota of 60, and leads whoever reads "
        "the group to think that taking it out would close something.",
    .howToFix = "Take the rule out.",
    .source =
        "Amazon VPC User Guide, Security group rules; Amazon EC2 API, InvalidPermission.Duplicate (F-248, "
        "F-252)",
    .check = each<&Design::securityGroups, lookAtEach>(),
};

}  // namespace gw::rules
