#include "model/check/group_calls.h"

#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/check/needs.h"
#include "model/check/recommend.h"

namespace gw {
namespace {

std::vector<PortRange> portsOf(const Facts& facts, const Flow& flow) {
    if (flow.port) return {*flow.port};
    if (const Workload* target = find(facts.design(), Id<Workload>{flow.to.value})) return {target->ports};
    if (const LoadBalancer* target = find(facts.design(), Id<LoadBalancer>{flow.to.value})) {
        std::vector<PortRange> ports;
        for (const Listener& listener : target->listeners) ports.push_back(listener.port);
        return ports;
    }
    const ServiceResource* target = serviceOf(facts.design(), flow);
    const Service* service = target ? Catalog::builtIn().service(target->service) : nullptr;
    return service ? service->ports : std::vector{PortRange::single(443)};
}

/// The call as it ends: at the interface endpoint that it goes through, else at its target.
AnyId endOf(const Facts& facts, const Flow& flow, const Trace& trace) {
    const Endpoint* endpoint = endpointOn(facts.design(), trace);
    return endpoint && endpoint->type != EndpointType::Gateway ? AnyId(endpoint->id) : AnyId(flow.to);
}

}  // namespace

std::vector<const SecurityGroup*> groupsOfThing(const Facts& facts, const AnyId& thing) {
    if (const Workload* workload = find(facts.design(), Id<Workload>{thing.value})) return groupsOf(facts, *workload);
    if (const Endpoint* endpoint = find(facts.design(), Id<Endpoint>{thing.value}))
        return endpoint->type == EndpointType::Gateway ? std::vector<const SecurityGroup*>{}
                                                       : facts.network().groupsOf(*endpoint);
    if (const LoadBalancer* balancer = find(facts.design(), Id<LoadBalancer>{thing.value})) {
        const auto interfaces = facts.network().interfacesOf(*balancer);
        if (!interfaces.empty()) return interfaces.front().securityGroups;
    }
    return {};
}

GroupCalls::GroupCalls(const Facts& facts) {
    for (const auto& [flow, trace, caller, vpc, service] : facts.flows()) {
        if (!isWanted(flow)) continue;
        for (const PortRange& ports : portsOf(facts, flow))
            add(facts, {flow.from, endOf(facts, flow, trace), flow.protocol, ports, &flow, &trace});
    }
    for (const CompanionNeed& need : facts.companionNeeds()) {
        if (need.flow) continue;
        const Endpoint* endpoint = endpointOn(facts.design(), need.supposed->value);
        add(facts, {need.workload->id, endpoint ? AnyId(endpoint->id) : AnyId{}, Protocol::tcp(),
                    PortRange::single(443), nullptr, &need.supposed->value});
    }
    for (const LoadBalancer& balancer : facts.design().loadBalancers)
        for (const Listener& listener : balancer.listeners)
            for (const auto& target : listener.targets)
                add(facts, {balancer.id, AnyId(target), listener.protocol == "UDP" ? Protocol::udp() : Protocol::tcp(),
                            listener.targetPort, nullptr, nullptr});
}

void GroupCalls::add(const Facts& facts, const GroupCall& call) {
    for (const SecurityGroup* group : groupsOfThing(facts, call.to)) into_[group->id.value].push_back(call);
    for (const SecurityGroup* group : groupsOfThing(facts, call.from)) outOf_[group->id.value].push_back(call);
}

const std::vector<GroupCall>& GroupCalls::of(const ByGroup& calls, const SecurityGroup& group) {
    static const std::vector<GroupCall> none;
    const auto at = calls.find(group.id.value);
    return at == calls.end() ? none : at->second;
}

std::string peerOf(const Facts& facts, const SecurityGroupRule& rule) {
    if (const Cidr* block = std::get_if<Cidr>(&rule.peer)) return block->text();
    return facts.name(std::get<1>(rule.peer));
}

std::string textOf(const Facts& facts, const SecurityGroupRule& rule) {
    const std::string peer = peerOf(facts, rule);
    if (rule.protocol.isAll()) return "all traffic of " + peer;
    if (!rule.protocol.hasPorts()) return rule.protocol.text() + " of " + peer;
    return (rule.ports.isAll() ? "all ports" : rule.ports.text()) + "/" + rule.protocol.text() + " of " + peer;
}

}  // namespace gw
