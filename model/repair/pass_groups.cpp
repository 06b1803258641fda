#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/design/references.h"
#include "model/repair/situation.h"

namespace gw {
namespace {

std::vector<SecurityGroupRule> rulesTo(const Situation& situation, const std::vector<Peer>& peers) {
    std::vector<SecurityGroupRule> rules;
    for (const Peer& peer : peers)
        for (const PortRange& ports : situation.ports) {
            SecurityGroupRule rule;
            rule.protocol = situation.flow.protocol;
            if (rule.protocol.hasPorts()) rule.ports = ports;
            rule.peer = peer;
            rules.push_back(std::move(rule));
        }
    return rules;
}

Edit allow(const SecurityGroup& group, Direction direction, const std::vector<SecurityGroupRule>& rules) {
    std::vector<Edit> steps;
    const auto& known = direction == Direction::In ? group.ingress : group.egress;
    for (const SecurityGroupRule& rule : rules)
        if (std::ranges::find(known, rule) == known.end())
            steps.push_back(edits::allowInSecurityGroup(group.id, direction, rule));
    return inOrder("", std::move(steps));
}

std::vector<Peer> peersOf(const std::vector<Cidr>& blocks) {
    return {blocks.begin(), blocks.end()};
}

/// The list that AWS keeps for the service, drawn where it is not yet.
Candidate outToPrefixList(const Situation& situation, const SecurityGroup& group) {
    const std::string& service = situation.service->service;
    std::vector<Edit> steps;
    const std::string_view region = situation.network.regionOf(*situation.caller.vpc);
    const PrefixList* known = situation.network.prefixListOf(service, region);
    for (const PrefixList& list : situation.design().prefixLists)
        if (!known && list.service == service && (!list.region || situation.network.regionOf(list) == region))
            known = &list;
    PrefixList list;
    if (known) {
        list = *known;
    } else {
        list.id = {freeId(situation.design(), "pl-" + service)};
        list.service = service;
        list.region = situation.caller.vpc->region;
        steps.push_back(edits::addPrefixList(list));
    }
    steps.push_back(allow(group, Direction::Out, rulesTo(situation, {Peer(list.id)})));
    return {inOrder("Let " + situation.name(group.id) + " out to the prefix list of " + titleOf(service) + " on " +
                        situation.call(),
                    std::move(steps)),
            1};
}

std::vector<Candidate> passOut(const Situation& situation, const SecurityGroup& group) {
    std::vector<Candidate> found;
    const std::string begin = "Let " + situation.name(group.id) + " out to ";
    if (situation.targetSubnets.empty()) {
        const Service* known = situation.service ? Catalog::builtIn().service(situation.service->service) : nullptr;
        if (known && known->types.gateway) found.push_back(outToPrefixList(situation, group));
        return found;
    }
    if (situation.groupsSeeEachOther() && !situation.targetGroups.empty()) {
        const SecurityGroup& far = *situation.targetGroups.front();
        found.push_back({inOrder(begin + situation.name(far.id) + " on " + situation.call(),
                                 {allow(group, Direction::Out, rulesTo(situation, {Peer(far.id)}))}),
                         1});
        return found;
    }
    const auto blocks = situation.blocksOf(situation.targetSubnets);
    if (!blocks.empty())
        found.push_back(
            {inOrder(begin + "the subnets of " + situation.name(situation.flow.to) + " on " + situation.call(),
                     {allow(group, Direction::Out, rulesTo(situation, peersOf(blocks)))}),
             1});
    return found;
}

/// Who calls, as a rule of the target's group can name it.
std::vector<Peer> callersFor(const Situation& situation) {
    if (situation.groupsSeeEachOther() && !situation.callerGroups.empty())
        return {Peer(situation.callerGroups.front()->id)};
    return peersOf(situation.callerBlocks());
}

/// A group of its own for what has the default group alone.
Candidate ownGroup(const Situation& situation, const AnyId& thing) {
    SecurityGroup group;
    group.id = {freeId(situation.design(), "sg-" + thing.value)};
    group.vpc = situation.targetVpc->id;
    // By its id: a name may have characters that AWS does not take there.
    group.description = "Callers of " + thing.value;
    // It takes the place of the default group: whoever else needs the endpoint is let in, too.
    const auto callers = situation.endpoint ? situation.allCallers() : std::vector<const Workload*>{};
    group.ingress = rulesTo(situation, callers.empty() ? callersFor(situation) : situation.peersOf(callers));
    const std::string label = "Give " + situation.name(thing) + " a security group that admits " +
                              situation.namesOf(callers) + " on " + situation.call();
    return {inOrder(label, {edits::addSecurityGroup(group), edits::setSecurityGroups(thing, {group.id})}), 2};
}

std::vector<Candidate> passIn(const Situation& situation, const AnyId& thing, const SecurityGroup* group) {
    std::vector<Candidate> found;
    const auto peers = callersFor(situation);
    if (peers.empty()) return found;
    const auto rules = rulesTo(situation, peers);
    const bool isDefault = !group || group->isDefault;
    if (isDefault && situation.targetVpc) found.push_back(ownGroup(situation, thing));
    if (group)
        found.push_back({inOrder("Let " + std::string(situation.caller.name) + " into " + situation.name(group->id) +
                                     " on " + situation.call(),
                                 {allow(*group, Direction::In, rules)}),
                         1});
    return found;
}

}  // namespace

std::vector<Candidate> passGroups(const Situation& situation, const AnyId& hop, const Step& step) {
    const SecurityGroup* group = find(situation.design(), Id<SecurityGroup>{step.subject.value});
    if (step.stage == Stage::SecurityGroupIn) return passIn(situation, hop, group);
    return group ? passOut(situation, *group) : std::vector<Candidate>{};
}

}  // namespace gw
