#include "model/repair/situation.h"

#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/design/references.h"
#include "model/repair/recommend.h"

namespace gw {
namespace {

template <class T>
void addOnce(std::vector<const T*>& list, const T* each) {
    if (each && std::ranges::find(list, each) == list.end()) list.push_back(each);
}

}  // namespace

Situation::Situation(const Network& in, const Flow& of, const Trace& told)
    : network(in), flow(of), trace(told), caller(callerOf(in, of)) {
    service = find(design(), Id<ServiceResource>{flow.to.value});
    for (const NetworkInterface& interface : caller.interfaces) {
        addOnce(callerSubnets, interface.subnet);
        for (const SecurityGroup* group : interface.securityGroups) addOnce(callerGroups, group);
    }
    const auto arrive = [&](const Answer& answer) {
        addOnce(targetSubnets, answer.end.subnet);
        for (const SecurityGroup* group : answer.end.groups) addOnce(targetGroups, group);
        if (answer.end.vpc) targetVpc = answer.end.vpc;
    };
    const Callee callee = calleeOf(network, flow, IpFamily::V4);
    ports = flow.port ? std::vector<PortRange>{*flow.port} : callee.ports;
    const Service* known = service ? Catalog::builtIn().service(service->service) : nullptr;
    if (known && !flow.port) ports = known->ports;
    for (const AnyId& id : trace.via)
        if (const Endpoint* each = find(design(), Id<Endpoint>{id.value}); each && each->type != EndpointType::Gateway)
            endpoint = each;
    if (endpoint) {
        for (const IpFamily family : {IpFamily::V4, IpFamily::V6})
            for (const Answer& answer : answersOf(network, *endpoint, family)) arrive(answer);
    } else if (!service) {
        for (const Answer& answer : callee.answers) arrive(answer);
    }
}

std::string Situation::name(const AnyId& id) const {
    return nameOf(design(), id);
}

std::string Situation::call() const {
    return Call{flow.protocol, IpFamily::V4, ports}.text();
}

std::vector<Cidr> Situation::callerBlocks() const {
    if (caller.onPremises) return caller.onPremises->cidrs;
    if (caller.client)
        return caller.client->cidrs.empty() ? std::vector{Cidr::literal("0.0.0.0/0")} : caller.client->cidrs;
    return blocksOf(callerSubnets);
}

std::vector<Cidr> Situation::blocksOf(std::span<const Subnet* const> subnets) const {
    const bool onlyV6 = std::ranges::none_of(callerSubnets, [](const Subnet* each) { return each->cidr.has_value(); });
    std::vector<Cidr> blocks;
    for (const Subnet* subnet : subnets) {
        if (subnet->cidr && !onlyV6) blocks.push_back(*subnet->cidr);
        if (subnet->ipv6Cidr && (onlyV6 || flow.hostStyle == HostStyle::DualStack)) blocks.push_back(*subnet->ipv6Cidr);
    }
    return blocks;
}

std::vector<const Workload*> Situation::allCallers() const {
    std::vector<const Workload*> callers;
    if (const Workload* own = find(design(), Id<Workload>{flow.from.value})) callers.push_back(own);
    if (!service || !caller.vpc) return callers;
    for (const Flow* need : network.needs(caller.vpc->id, service->service))
        if (const Workload* other = find(design(), Id<Workload>{need->from.value});
            other && std::ranges::find(callers, other) == callers.end())
            callers.push_back(other);
    return callers;
}

std::vector<Peer> Situation::peersOf(const std::vector<const Workload*>& workloads) const {
    std::vector<Peer> peers;
    const auto add = [&](Peer peer) {
        if (std::ranges::find(peers, peer) == peers.end()) peers.push_back(std::move(peer));
    };
    const auto addBlocks = [&](std::span<const Subnet* const> subnets) {
        for (const Cidr& block : blocksOf(subnets)) add(Peer(block));
    };
    if (workloads.empty()) addBlocks(callerSubnets);
    for (const Workload* each : workloads) {
        if (const SecurityGroup* group = namedGroupOf(groupsOf(network, *each))) {
            add(Peer(group->id));
            continue;
        }
        std::vector<const Subnet*> subnets;
        for (const auto& id : each->subnets)
            if (const Subnet* subnet = find(design(), id)) subnets.push_back(subnet);
        addBlocks(subnets);
    }
    return peers;
}

std::string Situation::namesOf(const std::vector<const Workload*>& workloads) const {
    const std::string first(caller.name);
    if (workloads.size() < 2) return first;
    return first + " and " + std::to_string(workloads.size() - 1) + " more";
}

bool Situation::groupsSeeEachOther() const {
    if (!caller.vpc || !targetVpc) return false;
    if (caller.vpc->id == targetVpc->id) return true;
    if (network.regionOf(*caller.vpc) != network.regionOf(*targetVpc)) return false;
    return std::ranges::any_of(trace.via,
                               [&](const AnyId& id) { return find(design(), Id<PeeringConnection>{id.value}); });
}

}  // namespace gw
