#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>

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

/// Where the rules stand that are the same as one; AWS keeps the first.
std::vector<std::size_t> placesOf(const SecurityGroupRule& rule, const std::vector<SecurityGroupRule>& rules) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (isTheSame(rule, rules[i])) places.push_back(i);
    return places;
}

/// Takes these rules out, and leaves the one to keep, which may be equal in all to one that goes.
Edit takenOut(const Facts& facts, const Id<SecurityGroup>& group, Direction direction,
              std::span<const std::size_t> places, std::optional<std::size_t> keep) {
    const SecurityGroup& row = *find(facts.design(), group);
    const auto& rules = direction == Direction::In ? row.ingress : row.egress;
    std::vector<SecurityGroupRule> gone;
    std::vector<Edit> steps;
    for (const std::size_t place : places) {
        // One step takes out all that are equal, descriptions included.
        if (std::ranges::find(gone, rules[place]) != gone.end()) continue;
        gone.push_back(rules[place]);
        steps.push_back(edits::removeSecurityGroupRule(group, direction, rules[place]));
    }
    if (keep && std::ranges::find(gone, rules[*keep]) != gone.end())
        steps.push_back(edits::allowInSecurityGroup(group, direction, rules[*keep]));
    return inOrder({}, std::move(steps));
}

std::string saidOfTwins(const std::string& group, const std::string& rule, std::size_t times) {
    if (times == 2) return group + " has a rule for " + rule + " twice: AWS refuses the second.";
    return fmt::format("{} has a rule for {} {} times: AWS refuses all but the first.", group, rule, times);
}

void lookAt(const Facts& facts, const SecurityGroup& group, Direction direction, std::vector<Finding>& found) {
    const auto& rules = direction == Direction::In ? group.ingress : group.egress;
    std::vector<bool> isKept(rules.size(), true);
    // From behind: of two that cover each other the later one goes.
    for (std::size_t i = rules.size(); i-- > 0;) {
        if (!isWithin(rules, isKept, i)) continue;
        isKept[i] = false;
        const std::vector<std::size_t> places = placesOf(rules[i], rules);
        const bool isTwin = places.front() != i;
        // Twins are told once, where the second stands.
        if (isTwin && places[1] != i) continue;
        const std::string text = (direction == Direction::In ? "inbound " : "outbound ") + textOf(facts, rules[i]);
        const std::string name = facts.name(group.id);
        const auto extra = std::span(places).subspan(1);
        found.push_back({group.id,
                         isTwin ? saidOfTwins(name, text, places.size())
                                : "Other rules of " + name + " cover the one for " + text + ".",
                         isTwin ? Severity::Error : Severity::Hint,
                         {safeFix((isTwin ? "Keep one rule for " + text + " in " : "Take " + text + " out of ") + name,
                                  isTwin ? takenOut(facts, group.id, direction, extra, places.front())
                                         : takenOut(facts, group.id, direction, places, std::nullopt))}});
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
