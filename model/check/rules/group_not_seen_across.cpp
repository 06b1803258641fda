#include <algorithm>
#include <set>

#include "model/check/group_calls.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void addBlock(const Design& design, const Id<Subnet>& id, std::vector<Cidr>& blocks) {
    const Subnet* subnet = find(design, id);
    if (subnet && subnet->cidr && std::ranges::count(blocks, *subnet->cidr) == 0) blocks.push_back(*subnet->cidr);
}

std::vector<Cidr> blocksOf(const Design& design, const AnyId& thing) {
    std::vector<Cidr> blocks;
    if (const Workload* workload = find(design, Id<Workload>{thing.value}))
        for (const Id<Subnet>& id : workload->subnets) addBlock(design, id, blocks);
    if (const LoadBalancer* balancer = find(design, Id<LoadBalancer>{thing.value}))
        for (const Id<Subnet>& id : balancer->subnets) addBlock(design, id, blocks);
    return blocks;
}

/// Blocks with which the packets of the call arrive (inbound), or to which they go.
std::vector<Cidr> blocksSeen(const Facts& facts, const Flow& flow, const Trace& trace, bool inbound) {
    if (!inbound) return blocksOf(facts.design(), flow.to);
    if (const NatGateway* nat = natGatewayOn(facts.design(), trace)) {
        std::vector<Cidr> blocks;
        addBlock(facts.design(), nat->subnet, blocks);
        return blocks;
    }
    return blocksOf(facts.design(), flow.from);
}

/// The rule of the group that names one of the groups at the other end; nullptr where none does.
const SecurityGroupRule* ruleByGroup(const Facts& facts, const SecurityGroup& group, const Flow& flow, bool inbound) {
    const auto others = groupsOfThing(facts, inbound ? AnyId(flow.from) : AnyId(flow.to));
    const auto& rules = inbound ? group.ingress : group.egress;
    const auto at = std::ranges::find_if(rules, [&](const SecurityGroupRule& rule) {
        return rule.protocol.covers(flow.protocol) &&
               std::ranges::any_of(others, [&](const SecurityGroup* other) { return rule.peer == Peer(other->id); });
    });
    return at == rules.end() ? nullptr : &*at;
}

std::vector<Fix> byBlocks(const Facts& facts, const SecurityGroup& group, const SecurityGroupRule& lost,
                          const std::vector<Cidr>& blocks, Direction direction) {
    if (blocks.empty()) return {};
    std::vector<Edit> steps;
    std::vector<std::string> names;
    for (const Cidr& block : blocks) {
        SecurityGroupRule rule = lost;
        rule.peer = block;
        names.push_back(block.text());
        steps.push_back(edits::allowInSecurityGroup(group.id, direction, std::move(rule)));
    }
    return {reviewedFix("Name " + listOf(names) + " in " + facts.name(group.id), inOrder({}, std::move(steps)))};
}

/// What hides the caller's group: the NAT gateway, else the first thing on the way.
std::string hiderOf(const Facts& facts, const Trace& trace) {
    if (const NatGateway* nat = natGatewayOn(facts.design(), trace)) return facts.name(nat->id);
    return trace.via.empty() ? std::string("what stands between") : facts.name(trace.via.front());
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    std::set<std::string> seen;
    std::set<Id<Flow>> candidates;
    for (const char* code : {"SG_REF_LOST", "SG_IN_NO_MATCH"})
        for (const Id<Flow>& id : facts.flowsMeeting(code)) candidates.insert(id);
    for (const Id<Flow>& id : candidates) {
        const auto& [flow, trace, caller, vpc, service] = *facts.flowOf(id);
        if (!isWanted(flow)) continue;
        for (const Blocker& blocker : trace.blockers) {
            const SecurityGroup* group = find(facts.design(), Id<SecurityGroup>{blocker.subject.value});
            // Behind a NAT gateway the trace knows of no group at all.
            const bool isHidden = blocker.code == "SG_REF_LOST" ||
                                  (blocker.code == "SG_IN_NO_MATCH" && natGatewayOn(facts.design(), trace));
            if (!isHidden || !group) continue;
            const bool inbound = blocker.stage == Stage::SecurityGroupIn;
            const SecurityGroupRule* lost = ruleByGroup(facts, *group, flow, inbound);
            if (!lost || !seen.insert(group->id.value + " " + flow.from.value + " " + flow.to.value).second) continue;
            found.push_back({group->id,
                             facts.name(group->id) + " names " + peerOf(facts, *lost) + ", which is not seen across " +
                                 hiderOf(facts, trace) + ".",
                             Severity::Error,
                             byBlocks(facts, *group, *lost, blocksSeen(facts, flow, trace, inbound),
                                      inbound ? Direction::In : Direction::Out)});
        }
    }
    return found;
}

}  // namespace

extern const Rule groupNotSeenAcross = {
    .code = "SGR006",
    .name = "group-not-seen-across",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A rule that names a group is not asked across what hides it",
    .why =
        "Behind a NAT gateway, and over a peering connection to another Region, packets arrive without the "
        "group of who sent them: a rule that names it matches nothing.",
    .howToFix = "Name the address blocks that the packets arrive with.",
    .source =
        "Amazon VPC User Guide, Security group rules; VPC Peering Guide (F-255, F-267); Reachability "
        "Analyzer SG_REFERENCES_NOT_PRESERVED",
    .check = look,
};

}  // namespace gw::rules
