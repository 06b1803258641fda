#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/design/references.h"
#include "model/repair/recommend.h"
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

using Groups = std::vector<const SecurityGroup*>;

/// All groups of the thing that `group` is one of, those at one end of the call where it is one of them.
Groups groupsBeside(const SecurityGroup* group, const Groups& atEnd) {
    if (!group || std::ranges::find(atEnd, group) != atEnd.end()) return atEnd;
    return {group};
}

/// What lets the caller out to the target on the flow's ports: rules, and how they are told of.
struct WayOut {
    std::string to{};
    std::vector<SecurityGroupRule> rules{};
};

WayOut wayOut(const Situation& situation) {
    const SecurityGroup* far = namedGroupOf(situation.targetGroups);
    // The default group is one that the target may lose for a group of its own.
    if (situation.groupsSeeEachOther() && far && !far->isDefault)
        return {situation.name(far->id), rulesTo(situation, {Peer(far->id)})};
    return {"the subnets of " + situation.name(situation.flow.to),
            rulesTo(situation, peersOf(situation.blocksOf(situation.targetSubnets)))};
}

/// What lets `thing`, which has these groups, out by the rules; `before` adds what they name. Where it has the default
/// group alone, which is not to be opened, it gets another one beside it.
Candidate letOut(const Situation& situation, const AnyId& thing, const Groups& groups, const WayOut& way,
                 std::vector<Edit> before = {}) {
    const SecurityGroup& group = *namedGroupOf(groups);
    std::string begin = "Let " + situation.name(group.id) + " out to ";
    int effort = 1;
    if (group.isDefault) {
        SecurityGroup own = newGroupFor(situation.design(), thing, group.vpc, "Calls of");
        own.egress = way.rules;
        before.push_back(besideDefaultGroup(thing, own, groups));
        begin = "Give " + situation.name(thing) + " a security group that lets it out to ";
        effort = 2;
    } else {
        before.push_back(allow(group, Direction::Out, way.rules));
    }
    return {inOrder(begin + way.to + " on " + situation.call(), std::move(before)), effort};
}

/// The list that AWS keeps for the service, drawn where it is not yet.
Candidate outToPrefixList(const Situation& situation, const AnyId& thing, const Groups& groups) {
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
    return letOut(situation, thing, groups,
                  {"the prefix list of " + titleOf(service), rulesTo(situation, {Peer(list.id)})}, std::move(steps));
}

std::vector<Candidate> passOut(const Situation& situation, const AnyId& thing, const SecurityGroup* group) {
    if (!group) return {};
    const Groups groups = groupsBeside(group, situation.callerGroups);
    if (situation.targetSubnets.empty()) {
        const Service* known = situation.service ? Catalog::builtIn().service(situation.service->service) : nullptr;
        return known && known->types.gateway ? std::vector{outToPrefixList(situation, thing, groups)}
                                             : std::vector<Candidate>{};
    }
    const WayOut way = wayOut(situation);
    return way.rules.empty() ? std::vector<Candidate>{} : std::vector{letOut(situation, thing, groups, way)};
}

/// Who calls, as a rule of the target's group can name it.
std::vector<Peer> callersFor(const Situation& situation) {
    if (situation.groupsSeeEachOther() && !situation.callerGroups.empty())
        return {Peer(namedGroupOf(situation.callerGroups)->id)};
    return peersOf(situation.callerBlocks());
}

/// A group of its own for what has the default group alone. At an endpoint it takes the place of that one; other things
/// keep it, for what they call, and who calls them, by its rules.
Candidate ownGroup(const Situation& situation, const AnyId& thing, const Groups& groups) {
    const bool isEndpoint = situation.endpoint && AnyId(situation.endpoint->id) == thing;
    // Whoever else needs the endpoint is let in, too.
    const auto callers = isEndpoint ? situation.allCallers() : std::vector<const Workload*>{};
    SecurityGroup own = newGroupFor(situation.design(), thing, situation.targetVpc->id, "Callers of");
    own.ingress = rulesTo(situation, callers.empty() ? callersFor(situation) : situation.peersOf(callers));
    const std::string label = "Give " + situation.name(thing) + " a security group that admits " +
                              situation.namesOf(callers) + " on " + situation.call();
    return {inOrder(label,
                    {isEndpoint ? inOrder({}, {edits::addSecurityGroup(own), edits::setSecurityGroups(thing, {own.id})})
                                : besideDefaultGroup(thing, own, groups)}),
            2};
}

/// A load balancer behind an endpoint stands in a network of its own, and sees no groups of the caller's.
bool isBehindEndpoint(const Situation& situation, const AnyId& thing) {
    return situation.endpoint && find(situation.design(), Id<LoadBalancer>{thing.value});
}

Groups groupsOf(const Situation& situation, const AnyId& balancer) {
    const auto nodes = situation.network.interfacesOf(*find(situation.design(), Id<LoadBalancer>{balancer.value}));
    return nodes.empty() ? Groups() : nodes.front().securityGroups;
}

std::vector<Candidate> passIn(const Situation& situation, const AnyId& thing, const SecurityGroup* group) {
    const bool isBehind = isBehindEndpoint(situation, thing);
    const auto peers = isBehind ? peersOf(situation.callerBlocks()) : callersFor(situation);
    if (peers.empty()) return {};
    const Groups groups = groupsBeside(group, isBehind ? groupsOf(situation, thing) : situation.targetGroups);
    const SecurityGroup* named = namedGroupOf(groups);
    if (named && !named->isDefault)
        return {{inOrder("Let " + std::string(situation.caller.name) + " into " + situation.name(named->id) + " on " +
                             situation.call(),
                         {allow(*named, Direction::In, rulesTo(situation, peers))}),
                 1}};
    // The default group is not opened: whatever names no group has it.
    return situation.targetVpc && !isBehind ? std::vector{ownGroup(situation, thing, groups)}
                                            : std::vector<Candidate>{};
}

}  // namespace

std::vector<Candidate> passGroups(const Situation& situation, const AnyId& hop, const Step& step) {
    const SecurityGroup* group = find(situation.design(), Id<SecurityGroup>{step.subject.value});
    return step.stage == Stage::SecurityGroupIn ? passIn(situation, hop, group) : passOut(situation, hop, group);
}

}  // namespace gw
