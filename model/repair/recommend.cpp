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
    SecurityGroup group;
    group.id = {freeId(network.design(), "sg-" + endpoint.id.value)};
    group.vpc = endpoint.vpc;
    group.description = "Callers of " + endpoint.id.value;
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
    std::vector<Cidr> blocks;
    for (const auto& id : subnets)
        if (const Subnet* subnet = find(design, id); subnet && subnet->cidr) blocks.push_back(*subnet->cidr);
    std::vector<Edit> steps;
    std::set<std::string> admitted;
    for (const Workload* caller : callers) {
        const auto groups = groupsOf(network, *caller);
        if (groups.empty()) continue;
        for (const PortRange& ports : portsOf(service)) {
            const bool isIn = std::ranges::any_of(groups, [&](const SecurityGroup* own) {
                return carries(group.ingress, ports, Peer(own->id)) || admitted.contains(own->id.value + ports.text());
            });
            if (!isIn) {
                admitted.insert(groups.front()->id.value + ports.text());
                steps.push_back(
                    edits::allowInSecurityGroup(group.id, Direction::In, ruleFor(ports, Peer(groups.front()->id))));
            }
            const bool isOut = std::ranges::any_of(groups, [&](const SecurityGroup* own) {
                return carries(own->egress, ports, Peer(group.id)) ||
                       (!blocks.empty() && coversBlocks(own->egress, ports, blocks));
            });
            if (!isOut && admitted.insert("out " + groups.front()->id.value + ports.text()).second)
                steps.push_back(
                    edits::allowInSecurityGroup(groups.front()->id, Direction::Out, ruleFor(ports, Peer(group.id))));
        }
    }
    return inOrder("Admit callers to " + nameOf(network.design(), group.id), std::move(steps));
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
        for (const PortRange& ports : portsOf(service)) {
            const bool covered = std::ranges::any_of(groups, [&](const SecurityGroup* group) {
                return coversPrefixList(design, group->egress, ports, service);
            });
            if (covered || !done.insert(groups.front()->id.value + ports.text()).second) continue;
            if (!known && steps.empty()) steps.push_back(edits::addPrefixList(list));
            steps.push_back(
                edits::allowInSecurityGroup(groups.front()->id, Direction::Out, ruleFor(ports, Peer(list.id))));
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

std::optional<Edit> admission(const Network& network, const Endpoint& endpoint,
                              std::span<const Workload* const> callers) {
    std::vector<Edit> steps;
    if (endpoint.type == EndpointType::Gateway) {
        for (const Id<RouteTable>& table : routeTablesOf(network, callers))
            if (std::ranges::count(endpoint.routeTables, table) == 0)
                steps.push_back(edits::associateRouteTable(endpoint.id, table));
        steps.push_back(letOutToPrefixList(network, callers, endpoint.service));
    } else {
        const SecurityGroup* group =
            endpoint.securityGroups.empty() ? nullptr : find(network.design(), endpoint.securityGroups.front());
        if (!group) return std::nullopt;
        steps.push_back(letIn(network, *group, callers, endpoint.subnets, endpoint.service));
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
