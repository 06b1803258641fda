#include "model/repair/recommend.h"

#include <algorithm>
#include <map>

#include "model/catalog/catalog.h"
#include "model/design/references.h"
#include "model/edit/edits.h"
#include "model/reach/host_name.h"

namespace gw {
namespace {

std::vector<PortRange> portsOf(std::string_view service) {
    const Service* known = Catalog::builtIn().service(service);
    return known ? known->ports : std::vector{PortRange::single(443)};
}

SecurityGroupRule ruleFor(PortRange ports, Peer peer) {
    SecurityGroupRule rule;
    rule.ports = ports;
    rule.peer = std::move(peer);
    return rule;
}

/// Ports mean nothing where the rule is for all protocols (FACTS F-247).
bool letsPass(const SecurityGroupRule& rule, PortRange ports) {
    return rule.protocol.covers(Protocol::tcp()) && (!rule.protocol.hasPorts() || rule.ports.contains(ports));
}

bool carries(const std::vector<SecurityGroupRule>& rules, PortRange ports, const Peer& peer) {
    return std::ranges::any_of(
        rules, [&](const SecurityGroupRule& rule) { return letsPass(rule, ports) && rule.peer == peer; });
}

/// Whether an outbound rule lets TCP to all of the blocks pass.
bool coversBlocks(const std::vector<SecurityGroupRule>& rules, PortRange ports, const std::vector<Cidr>& blocks) {
    return std::ranges::all_of(blocks, [&](const Cidr& block) {
        return std::ranges::any_of(rules, [&](const SecurityGroupRule& rule) {
            const Cidr* peer = std::get_if<Cidr>(&rule.peer);
            return peer && letsPass(rule, ports) && peer->contains(block);
        });
    });
}

/// Adds the rule where it is not there yet: several edits of one fix may ask for it.
Edit withRule(const Id<SecurityGroup>& group, Direction direction, const SecurityGroupRule& rule) {
    const Edit allow = edits::allowInSecurityGroup(group, direction, rule);
    return Edit(allow.label, [=](Design& design) {
        const SecurityGroup* row = find(design, group);
        const auto* rules = !row ? nullptr : direction == Direction::In ? &row->ingress : &row->egress;
        return rules && std::ranges::find(*rules, rule) != rules->end() ? Status{} : allow.run(design);
    });
}

std::vector<Cidr> blocksOf(const Design& design, std::span<const Id<Subnet>> subnets) {
    std::vector<Cidr> blocks;
    for (const auto& id : subnets)
        if (const Subnet* subnet = find(design, id); subnet && subnet->cidr) blocks.push_back(*subnet->cidr);
    return blocks;
}

const PrefixList* prefixListFor(const Design& design, std::string_view service) {
    const auto at =
        std::ranges::find_if(design.prefixLists, [&](const PrefixList& list) { return list.service == service; });
    return at == design.prefixLists.end() ? nullptr : &*at;
}

bool coversPrefixList(const Design& design, const std::vector<SecurityGroupRule>& rules, PortRange ports,
                      std::string_view service) {
    return std::ranges::any_of(rules, [&](const SecurityGroupRule& rule) {
        if (!letsPass(rule, ports)) return false;
        if (const Cidr* block = std::get_if<Cidr>(&rule.peer)) return block->isV4() && block->prefix() == 0;
        const PrefixList* list = find(design, Id<PrefixList>{std::get<1>(rule.peer).value});
        return list && list->service == service;
    });
}

/// "ecr.api" -> "ecr-api"
std::string wordOf(std::string_view service) {
    std::string word(service);
    std::ranges::replace(word, '.', '-');
    return word;
}

bool hasWorkload(const Network& network, const Subnet& subnet) {
    return std::ranges::any_of(network.workloadsOf(subnet.vpc), [&](const Workload* workload) {
        return std::ranges::find(workload->subnets, subnet.id) != workload->subnets.end();
    });
}

bool hasEndpoint(const Network& network, const Subnet& subnet) {
    return std::ranges::any_of(network.endpointsOf(subnet.vpc), [&](const Endpoint* endpoint) {
        return std::ranges::find(endpoint->subnets, subnet.id) != endpoint->subnets.end();
    });
}

/// A group that the endpoint has and that is not the default one; nullptr for none.
const SecurityGroup* ownGroupOf(const Design& design, const Endpoint& endpoint) {
    for (const auto& id : endpoint.securityGroups)
        if (const SecurityGroup* group = find(design, id); group && !group->isDefault) return group;
    return nullptr;
}

/// The group of a caller that outbound rules are added to.
struct CallerGroup {
    Id<SecurityGroup> id{};
    bool isNew = false;
    Edit give;  ///< makes a new one, and gives it to the caller
};

/// One of its own; where it has the default group alone, which is to be opened to nobody, a new one beside that one.
/// `getsOut`: no rule is to be added.
CallerGroup callerGroup(const Network& network, const Workload& caller, const std::vector<const SecurityGroup*>& groups,
                        bool getsOut) {
    const SecurityGroup* named = namedGroupOf(groups);
    if (getsOut || !named->isDefault) return {named->id, false, inOrder({}, {})};
    const SecurityGroup own = newGroupFor(network.design(), caller.id, named->vpc, "Calls of");
    return {own.id, true, besideDefaultGroup(caller.id, own, groups)};
}

Recommendation gatewayFor(const Network& network, Endpoint endpoint, const std::vector<const Workload*>& callers) {
    endpoint.type = EndpointType::Gateway;
    endpoint.routeTables = routeTablesOf(network, callers);
    std::string label = "Add gateway endpoint for " + titleOf(endpoint.service);
    Edit edit = inOrder(label, {edits::addEndpoint(endpoint), letOutToPrefixList(network, callers, endpoint.service)});
    return {std::move(endpoint), std::move(label), std::move(edit)};
}

Recommendation interfaceFor(const Network& network, Endpoint endpoint, const std::vector<const Workload*>& callers,
                            bool privateDns) {
    endpoint.type = EndpointType::Interface;
    endpoint.subnets = subnetsForEndpoint(network, endpoint.vpc, callers);
    endpoint.privateDns = privateDns;
    const SecurityGroup group = newGroupFor(network.design(), endpoint.id, endpoint.vpc, "Callers of");
    endpoint.securityGroups = {group.id};
    std::string label = "Add interface endpoint for " + titleOf(endpoint.service);
    std::vector<Edit> steps;
    // AWS refuses private DNS in a VPC with either attribute off (FACTS F-140).
    const Vpc* vpc = find(network.design(), endpoint.vpc);
    const bool turnsVpcDnsOn = vpc && privateDns && !(vpc->dnsSupport && vpc->dnsHostnames);
    if (turnsVpcDnsOn) {
        label += " and turn DNS on in " + nameOf(network.design(), vpc->id);
        steps.push_back(edits::setVpcDns(vpc->id, true, true));
    }
    steps.push_back(edits::addSecurityGroup(group));
    steps.push_back(edits::addEndpoint(endpoint));
    steps.push_back(letIn(network, group, callers, endpoint.subnets, endpoint.service));
    Edit edit = inOrder(label, std::move(steps));
    return {std::move(endpoint), std::move(label), std::move(edit), turnsVpcDnsOn};
}

}  // namespace

std::vector<const SecurityGroup*> groupsOf(const Network& network, const Workload& workload) {
    std::vector<const SecurityGroup*> groups;
    for (const auto& id : workload.securityGroups)
        if (const SecurityGroup* group = find(network.design(), id)) groups.push_back(group);
    if (!groups.empty()) return groups;
    if (const Vpc* vpc = network.vpcOf(workload))
        if (const SecurityGroup* group = network.defaultGroupOf(vpc->id)) groups.push_back(group);
    return groups;
}

Edit letIn(const Network& network, const SecurityGroup& group, std::span<const Workload* const> callers,
           std::span<const Id<Subnet>> subnets, std::string_view service) {
    const Design& design = network.design();
    const std::vector<Cidr> blocks = blocksOf(design, subnets);
    std::vector<Edit> steps;
    std::set<std::string> admitted;
    for (const Workload* caller : callers) {
        const auto groups = groupsOf(network, *caller);
        const auto ports = portsOf(service);
        if (groups.empty()) {
            // It has the default group, which is not drawn: that lets everything out, and addresses alone can name it.
            for (const PortRange& range : ports)
                for (const Cidr& block : blocksOf(design, caller->subnets))
                    if (!carries(group.ingress, range, Peer(block)))
                        steps.push_back(withRule(group.id, Direction::In, ruleFor(range, Peer(block))));
            continue;
        }
        const auto isOut = [&](PortRange range) {
            return std::ranges::any_of(groups, [&](const SecurityGroup* own) {
                return carries(own->egress, range, Peer(group.id)) ||
                       (!blocks.empty() && coversBlocks(own->egress, range, blocks));
            });
        };
        const CallerGroup own = callerGroup(network, *caller, groups, std::ranges::all_of(ports, isOut));
        if (own.isNew) steps.push_back(own.give);
        for (const PortRange& range : ports) {
            const bool isIn = std::ranges::any_of(groups, [&](const SecurityGroup* each) {
                return carries(group.ingress, range, Peer(each->id)) ||
                       admitted.contains(each->id.value + range.text());
            });
            if (!isIn && admitted.insert(own.id.value + range.text()).second)
                steps.push_back(withRule(group.id, Direction::In, ruleFor(range, Peer(own.id))));
            if (!isOut(range) && admitted.insert("out " + own.id.value + range.text()).second)
                steps.push_back(withRule(own.id, Direction::Out, ruleFor(range, Peer(group.id))));
        }
    }
    return inOrder("Admit callers to " + nameOf(network.design(), group.id), std::move(steps));
}

Edit letOutTo(const Network& network, const Endpoint& endpoint, const Workload& caller) {
    const Workload* callers[] = {&caller};
    const SecurityGroup* far = ownGroupOf(network.design(), endpoint);
    if (far) return letIn(network, *far, callers, endpoint.subnets, endpoint.service);
    // Its default group is not to be named: it is one that the endpoint may lose for a group of its own.
    std::vector<Edit> steps;
    const auto groups = groupsOf(network, caller);
    const std::vector<Cidr> blocks = blocksOf(network.design(), endpoint.subnets);
    const auto ports = portsOf(endpoint.service);
    const auto isOut = [&](PortRange range) {
        return std::ranges::any_of(groups,
                                   [&](const SecurityGroup* own) { return coversBlocks(own->egress, range, blocks); });
    };
    if (!groups.empty() && !std::ranges::all_of(ports, isOut)) {
        const CallerGroup own = callerGroup(network, caller, groups, false);
        if (own.isNew) steps.push_back(own.give);
        for (const PortRange& range : ports)
            for (const Cidr& block : blocks)
                if (!isOut(range)) steps.push_back(withRule(own.id, Direction::Out, ruleFor(range, Peer(block))));
    }
    return inOrder("Let callers out to " + nameOf(network.design(), endpoint.id), std::move(steps));
}

Edit letOutToPrefixList(const Network& network, std::span<const Workload* const> callers, std::string_view service) {
    const Design& design = network.design();
    std::vector<Edit> steps;
    const PrefixList* known = prefixListFor(design, service);
    PrefixList list;
    if (known) {
        list = *known;
    } else {
        list.id = {freeId(design, "pl-" + wordOf(service))};
        list.service = service;
        if (const Vpc* vpc = callers.empty() ? nullptr : network.vpcOf(*callers.front())) list.region = vpc->region;
    }
    std::set<std::string> done;
    for (const Workload* caller : callers) {
        const auto groups = groupsOf(network, *caller);
        if (groups.empty()) continue;
        const auto ports = portsOf(service);
        const auto isCovered = [&](PortRange range) {
            return std::ranges::any_of(groups, [&](const SecurityGroup* group) {
                return coversPrefixList(design, group->egress, range, service);
            });
        };
        const CallerGroup own = callerGroup(network, *caller, groups, std::ranges::all_of(ports, isCovered));
        for (const PortRange& range : ports) {
            if (isCovered(range) || !done.insert(own.id.value + range.text()).second) continue;
            if (!known && steps.empty()) steps.push_back(edits::addPrefixList(list));
            if (own.isNew && done.insert(own.id.value).second) steps.push_back(own.give);
            steps.push_back(withRule(own.id, Direction::Out, ruleFor(range, Peer(list.id))));
        }
    }
    return inOrder("Let callers out to " + titleOf(service), std::move(steps));
}

std::vector<Id<RouteTable>> routeTablesOf(const Network& network, std::span<const Workload* const> callers) {
    std::vector<Id<RouteTable>> tables;
    for (const Workload* caller : callers)
        for (const auto& id : caller->subnets) {
            const Subnet* subnet = find(network.design(), id);
            const RouteTable* table = subnet ? network.routeTableOf(*subnet) : nullptr;
            if (table && std::ranges::find(tables, table->id) == tables.end()) tables.push_back(table->id);
        }
    std::ranges::sort(tables);
    return tables;
}

std::vector<Id<Subnet>> subnetsForEndpoint(const Network& network, const Id<Vpc>& vpc,
                                           std::span<const Workload* const> callers) {
    std::map<Id<AvailabilityZone>, const Subnet*> best;
    const auto rank = [&](const Subnet& subnet) {
        if (hasEndpoint(network, subnet) && !hasWorkload(network, subnet)) return 0;
        return network.exposureOf(subnet) == Exposure::Public ? 2 : 1;
    };
    for (const Workload* caller : callers)
        for (const auto& id : caller->subnets)
            if (const Subnet* subnet = find(network.design(), id)) best.emplace(subnet->zone, subnet);
    for (const Subnet* subnet : network.subnetsOf(vpc))
        if (const auto at = best.find(subnet->zone); at != best.end() && rank(*subnet) < rank(*at->second))
            at->second = subnet;
    std::vector<Id<Subnet>> chosen;
    for (const auto& [zone, subnet] : best) chosen.push_back(subnet->id);
    std::ranges::sort(chosen);
    return chosen;
}

Edit ownGroupFor(const Network& network, const Endpoint& endpoint, std::span<const Workload* const> callers,
                 std::span<const Cidr> others) {
    const Design& design = network.design();
    std::vector<const Workload*> all(callers.begin(), callers.end());
    for (const Flow* need : network.needs(endpoint.vpc, endpoint.service))
        if (const Workload* caller = find(design, Id<Workload>{need->from.value});
            caller && std::ranges::find(all, caller) == all.end())
            all.push_back(caller);
    const SecurityGroup own = newGroupFor(design, endpoint.id, endpoint.vpc, "Callers of");
    std::vector<Edit> steps{edits::addSecurityGroup(own), edits::setSecurityGroups(endpoint.id, {own.id}),
                            letIn(network, own, all, endpoint.subnets, endpoint.service)};
    for (const PortRange& range : portsOf(endpoint.service))
        for (const Cidr& block : others) steps.push_back(withRule(own.id, Direction::In, ruleFor(range, Peer(block))));
    return inOrder("Give " + nameOf(design, endpoint.id) + " a security group of its own", std::move(steps));
}

Edit admission(const Network& network, const Endpoint& endpoint, std::span<const Workload* const> callers) {
    std::vector<Edit> steps;
    if (endpoint.type == EndpointType::Gateway) {
        for (const Id<RouteTable>& table : routeTablesOf(network, callers))
            if (std::ranges::count(endpoint.routeTables, table) == 0)
                steps.push_back(edits::associateRouteTable(endpoint.id, table));
        steps.push_back(letOutToPrefixList(network, callers, endpoint.service));
    } else if (const SecurityGroup* group = ownGroupOf(network.design(), endpoint)) {
        steps.push_back(letIn(network, *group, callers, endpoint.subnets, endpoint.service));
    } else {
        steps.push_back(ownGroupFor(network, endpoint, callers));
    }
    return inOrder("Admit callers to " + nameOf(network.design(), endpoint.id), std::move(steps));
}

std::optional<Recommendation> recommendedEndpoint(const Network& network, const Id<Vpc>& vpc, std::string_view service,
                                                  std::span<const Workload* const> others) {
    const Service* known = Catalog::builtIn().service(service);
    if (!known || (!known->types.gateway && !known->types.interface)) return std::nullopt;
    const Vpc* own = find(network.design(), vpc);
    const std::string_view here = own ? network.regionOf(*own) : std::string_view{};
    std::vector<const Workload*> callers;
    for (const Flow* flow : network.needs(vpc, service)) {
        // An endpoint leads to the service in its own Region.
        const ServiceResource* target = find(network.design(), Id<ServiceResource>{flow->to.value});
        if (const std::string_view there = network.regionOf(*target); !there.empty() && there != here) continue;
        if (const Workload* caller = find(network.design(), Id<Workload>{flow->from.value});
            caller && std::ranges::find(callers, caller) == callers.end())
            callers.push_back(caller);
    }
    for (const Workload* other : others)
        if (std::ranges::find(callers, other) == callers.end()) callers.push_back(other);
    if (callers.empty()) return std::nullopt;
    Endpoint endpoint;
    endpoint.id = {freeId(network.design(), "vpce-" + wordOf(service))};
    endpoint.vpc = vpc;
    endpoint.service = service;
    if (known->types.gateway) return gatewayFor(network, std::move(endpoint), callers);
    // AWS refuses private DNS beside a hosted zone that answers the same name in the VPC (FACTS F-144).
    const std::string domain = serviceDomainOf(service, here);
    if (known->privateDns &&
        std::ranges::any_of(network.hostedZonesOf(vpc), [&](const HostedZone* zone) { return zone->name == domain; }))
        return std::nullopt;
    return interfaceFor(network, std::move(endpoint), callers, known->privateDns);
}

}  // namespace gw
