#include <algorithm>
#include <optional>

#include "model/check/group_calls.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool isEverything(const SecurityGroupRule& rule) {
    const Cidr* block = std::get_if<Cidr>(&rule.peer);
    return block && block->prefix() == 0 && (rule.protocol.isAll() || (rule.protocol.hasPorts() && rule.ports.isAll()));
}

/// The rules that the calls need, and the prefix lists that these name and the design lacks.
struct Needed {
    std::vector<SecurityGroupRule> rules{};
    std::vector<PrefixList> lists{};
};

Peer prefixListFor(const Facts& facts, const Endpoint& gateway, Needed& needed) {
    for (const PrefixList& list : facts.design().prefixLists)
        if (list.service == gateway.service) return Peer(list.id);
    for (const PrefixList& list : needed.lists)
        if (list.service == gateway.service) return Peer(list.id);
    PrefixList list;
    list.id = {freeId(facts.design(), "pl-" + gateway.service)};
    list.service = gateway.service;
    if (const Vpc* vpc = find(facts.design(), gateway.vpc)) list.region = vpc->region;
    needed.lists.push_back(list);
    return Peer(list.id);
}

/// Where the call goes, as narrowly as a rule can say: a group of this VPC, a prefix list, else what the rule says now.
Peer peerFor(const Facts& facts, const SecurityGroup& group, const GroupCall& call, const SecurityGroupRule& now,
             Needed& needed) {
    const Endpoint* endpoint = call.trace ? endpointOn(facts.design(), *call.trace) : nullptr;
    if (endpoint && endpoint->type == EndpointType::Gateway) return prefixListFor(facts, *endpoint, needed);
    const auto groups = groupsOfThing(facts, call.to);
    if (!groups.empty() && groups.front()->vpc == group.vpc) return Peer(groups.front()->id);
    return now.peer;
}

/// None where the calls themselves are for every port.
std::vector<Fix> fixesOf(const Facts& facts, const SecurityGroup& group, const std::vector<GroupCall>& calls,
                         const std::vector<SecurityGroupRule>& wide) {
    Needed needed;
    std::vector<Edit> steps;
    for (const SecurityGroupRule& now : wide) {
        steps.push_back(edits::removeSecurityGroupRule(group.id, Direction::Out, now));
        for (const GroupCall& call : calls) {
            if (!now.protocol.covers(call.protocol)) continue;
            SecurityGroupRule rule;
            rule.protocol = call.protocol;
            rule.ports = call.protocol.hasPorts() ? call.ports : PortRange{};
            rule.peer = peerFor(facts, group, call, now, needed);
            if (isEverything(rule)) return {};
            if (std::ranges::count(group.egress, rule) + std::ranges::count(needed.rules, rule) == 0)
                needed.rules.push_back(std::move(rule));
        }
    }
    for (const PrefixList& list : needed.lists) steps.push_back(edits::addPrefixList(list));
    for (const SecurityGroupRule& rule : needed.rules)
        steps.push_back(edits::allowInSecurityGroup(group.id, Direction::Out, rule));
    return {reviewedFix("Let " + facts.name(group.id) + " out to what is called", inOrder({}, std::move(steps)))};
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    std::optional<GroupCalls> calls;
    for (const SecurityGroup& group : facts.design().securityGroups) {
        std::vector<SecurityGroupRule> wide;
        for (const SecurityGroupRule& rule : group.egress)
            if (isEverything(rule) && std::ranges::count(wide, rule) == 0) wide.push_back(rule);
        // The default group should not be used at all (SGR018).
        if (wide.empty() || group.isDefault) continue;
        if (!calls) calls.emplace(facts);
        const auto& out = calls->outOf(group);
        if (out.empty()) continue;
        std::vector<std::string> targets;
        for (const GroupCall& call : out) {
            const std::string target = call.flow ? facts.name(call.flow->to) : facts.name(call.to);
            if (!target.empty() && std::ranges::count(targets, target) == 0) targets.push_back(target);
        }
        const std::string only = targets.empty() ? std::string("what it needs") : listOf(targets);
        found.push_back({group.id, facts.name(group.id) + " lets everything out and calls only " + only + ".",
                         Severity::Hint, fixesOf(facts, group, out, wide)});
    }
    return found;
}

}  // namespace

extern const Rule everythingLetOut = {
    .code = "SGR017",
    .name = "everything-let-out",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "A caller is let out to what it calls, and nowhere else",
    .why =
        "AWS gives every new group an outbound rule for everything. Whoever takes over the workload may then "
        "send its data to any address; with rules for what is called there is nowhere to send it.",
    .howToFix =
        "Name the groups of endpoints, the prefix lists of S3 and DynamoDB, and the groups of what else is "
        "called.",
    .source = "Amazon VPC User Guide, Security group rules (F-250); AWS PrivateLink Guide",
    .check = look,
};

}  // namespace gw::rules
