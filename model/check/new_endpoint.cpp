#include "model/check/new_endpoint.h"

#include <algorithm>
#include <set>

#include "model/catalog/catalog.h"
#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw {
namespace {

std::vector<Id<Subnet>> subnetsFor(const Facts& facts, const Vpc& vpc, std::span<const Flow* const> needs) {
    for (const Endpoint* other : facts.network().endpointsOf(vpc.id))
        if (other->type == EndpointType::Interface && !other->subnets.empty()) return other->subnets;
    std::vector<Id<Subnet>> subnets;
    std::set<Id<AvailabilityZone>> zones;
    for (const Flow* flow : needs)
        if (const Workload* caller = find(facts.design(), Id<Workload>{flow->from.value}))
            for (const Id<Subnet>& id : caller->subnets) {
                const Subnet* subnet = find(facts.design(), id);
                if (subnet && subnet->vpc == vpc.id && zones.insert(subnet->zone).second) subnets.push_back(id);
            }
    return subnets;
}

/// Groups that filter what the callers send, each once.
std::vector<const SecurityGroup*> callerGroups(const Facts& facts, std::span<const Flow* const> needs) {
    std::vector<const SecurityGroup*> groups;
    for (const Flow* flow : needs)
        if (const Workload* caller = find(facts.design(), Id<Workload>{flow->from.value}))
            for (const NetworkInterface& interface : facts.network().interfacesOf(*caller))
                for (const SecurityGroup* group : interface.securityGroups)
                    if (!std::ranges::count(groups, group)) groups.push_back(group);
    return groups;
}

bool letsOut(const SecurityGroup& group, const Vpc& vpc, const PortRange& ports) {
    return std::ranges::any_of(group.egress, [&](const SecurityGroupRule& rule) {
        const Cidr* block = std::get_if<Cidr>(&rule.peer);
        return block && rule.protocol.covers(Protocol::tcp()) &&
               (rule.protocol.isAll() || rule.ports.contains(ports)) &&
               std::ranges::all_of(vpc.cidrs, [&](const Cidr& each) { return block->contains(each); });
    });
}

}  // namespace

Edit addInterfaceEndpoint(const Facts& facts, const Vpc& vpc, std::string_view service,
                          std::span<const Flow* const> needs) {
    const Service* offered = Catalog::builtIn().service(service);
    std::string suffix(service);
    std::ranges::replace(suffix, '.', '-');

    Endpoint endpoint;
    endpoint.id = {freeId(facts.design(), "vpce-" + suffix)};
    endpoint.vpc = vpc.id;
    endpoint.service = service;
    endpoint.subnets = subnetsFor(facts, vpc, needs);
    endpoint.privateDns = offered && offered->privateDns;
    SecurityGroup group;
    group.id = {freeId(facts.design(), "sg-" + endpoint.id.value)};
    group.vpc = vpc.id;
    group.description = "Callers of " + std::string(service);
    endpoint.securityGroups = {group.id};

    std::vector<Edit> steps;
    if (endpoint.privateDns && !(vpc.dnsSupport && vpc.dnsHostnames))
        steps.push_back(edits::setVpcDns(vpc.id, true, true));
    const std::vector<PortRange> ports = offered ? offered->ports : std::vector{PortRange::single(443)};
    std::vector<Edit> openings;
    for (const SecurityGroup* caller : callerGroups(facts, needs))
        for (const PortRange& range : ports) {
            group.ingress.push_back(
                {.protocol = Protocol::tcp(), .ports = range, .peer = IdOf<SecurityGroup, PrefixList>(caller->id)});
            if (!letsOut(*caller, vpc, range))
                openings.push_back(edits::allowInSecurityGroup(
                    caller->id, Direction::Out,
                    {.protocol = Protocol::tcp(), .ports = range, .peer = IdOf<SecurityGroup, PrefixList>(group.id)}));
        }
    steps.push_back(edits::addSecurityGroup(group));
    steps.push_back(edits::addEndpoint(endpoint));
    steps.insert(steps.end(), openings.begin(), openings.end());
    return inOrder("Add interface endpoint for " + std::string(service), std::move(steps));
}

}  // namespace gw
