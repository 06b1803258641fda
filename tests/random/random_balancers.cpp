#include <algorithm>

#include "tests/random/builder.h"

namespace gw {
namespace {

template <class Row>
std::vector<Row> standingIn(Builder& b, const Id<Vpc>& vpc) {
    std::vector<Row> found;
    for (const Row& row : b.rows<Row>())
        if (row.vpc == vpc) found.push_back(row);
    return found;
}

Listener listenerTo(Builder& b, IdOf<Workload, LoadBalancer> target, bool isNetwork) {
    Listener listener;
    listener.protocol = isNetwork ? "TCP" : "HTTPS";
    listener.targets = {std::move(target)};
    if (b.random.chance(20)) listener.port = PortRange::single(8443);
    if (b.random.chance(20)) listener.targetPort = PortRange::single(8080);
    return listener;
}

/// One or two nodes, groups as people give them, a listener to workloads of its VPC or beyond.
LoadBalancer balancerIn(Builder& b, const Vpc& vpc) {
    LoadBalancer made;
    made.vpc = vpc.id;
    const bool isNetwork = b.random.chance(60);
    if (isNetwork) made.loadBalancerKind = LoadBalancerKind::Network;
    made.crossZone = b.random.chance(60);
    made.enforcePrivateLinkRules = b.random.chance(80);
    for (const Subnet& subnet : standingIn<Subnet>(b, vpc.id))
        if (made.subnets.size() < 2 && b.random.chance(50)) made.subnets.push_back(subnet.id);
    const auto groups = standingIn<SecurityGroup>(b, vpc.id);
    if (!groups.empty() && b.random.chance(isNetwork ? 60 : 85)) made.securityGroups = {b.random.of(groups).id};
    const auto targets = b.random.chance(80) ? standingIn<Workload>(b, vpc.id) : b.rows<Workload>();
    if (!targets.empty()) made.listeners = {listenerTo(b, b.random.of(targets).id, isNetwork)};
    if (!targets.empty() && b.random.chance(30)) made.listeners.front().targets.push_back(b.random.of(targets).id);
    return made;
}

/// An Application Load Balancer of the same VPC takes the place of the targets.
void putBehind(Builder& b, const LoadBalancer& before) {
    std::vector<LoadBalancer> inner = standingIn<LoadBalancer>(b, before.vpc);
    std::erase_if(inner, [&](const LoadBalancer& each) {
        return each.id == before.id || each.loadBalancerKind != LoadBalancerKind::Application;
    });
    if (inner.empty()) return;
    for (LoadBalancer& each : b.rows<LoadBalancer>())
        if (each.id == before.id && !each.listeners.empty()) each.listeners.front().targets = {b.random.of(inner).id};
}

void call(Builder& b, FlowSource from, FlowTarget to, const LoadBalancer& balancer, const Id<Endpoint>& via = {}) {
    Flow flow;
    flow.from = std::move(from);
    flow.to = std::move(to);
    flow.port = PortRange::single(443);
    if (!balancer.listeners.empty() && b.random.chance(90)) flow.port = balancer.listeners.front().port;
    if (via) flow.hostStyle = HostStyle::EndpointSpecific;
    flow.viaEndpoint = via;
    b.add(std::move(flow));
}

/// The load balancer behind an endpoint in some VPC, which workloads there call.
void offer(Builder& b, const LoadBalancer& balancer) {
    EndpointService service;
    service.name = "offered";
    service.region = b.rows<Region>().front().id;
    service.loadBalancers = {balancer.id};
    const auto id = b.add(std::move(service));
    const Vpc vpc = b.random.of(b.rows<Vpc>());
    Endpoint door;
    door.vpc = vpc.id;
    door.target = id;
    for (const Subnet& subnet : standingIn<Subnet>(b, vpc.id))
        if (door.subnets.size() < 2 && b.random.chance(60)) door.subnets.push_back(subnet.id);
    const auto groups = standingIn<SecurityGroup>(b, vpc.id);
    if (!groups.empty() && b.random.chance(85)) door.securityGroups = {b.random.of(groups).id};
    const auto endpoint = b.add(std::move(door));
    for (const Workload& caller : standingIn<Workload>(b, vpc.id))
        if (b.random.chance(50)) call(b, caller.id, id, balancer, b.random.chance(30) ? endpoint : Id<Endpoint>());
    if (!b.rows<OnPremisesNetwork>().empty() && b.random.chance(30))
        call(b, b.rows<OnPremisesNetwork>().front().id, id, balancer, endpoint);
}

/// Groups that let callers in on what listeners and targets use, most of the time.
void open(Builder& b, const LoadBalancer& balancer) {
    for (SecurityGroup& group : b.rows<SecurityGroup>()) {
        if (!b.random.chance(60)) continue;
        for (const Listener& listener : balancer.listeners)
            for (const PortRange& ports : {listener.port, listener.targetPort}) {
                const Vpc& peer = b.random.of(b.rows<Vpc>());
                const Cidr block = b.random.chance(60) ? Cidr::literal("10.0.0.0/8") : peer.cidrs.front();
                group.ingress.push_back({Protocol::tcp(), ports, block, ""});
                if (b.random.chance(70)) group.egress.push_back({Protocol::tcp(), ports, block, ""});
                if (!balancer.securityGroups.empty() && b.random.chance(30))
                    group.ingress.push_back({Protocol::tcp(), ports, Peer(balancer.securityGroups.front()), ""});
            }
    }
}

/// What AWS refuses can be drawn: a load balancer that some other, or the very same, sends to.
void putAnywhereBehind(Builder& b, const std::vector<Id<LoadBalancer>>& made) {
    std::vector<LoadBalancer>& all = b.rows<LoadBalancer>();
    for (LoadBalancer& each : all)
        if (!each.listeners.empty() && b.random.chance(8)) each.listeners.front().targets.push_back(b.random.of(made));
}

}  // namespace

void addBalancers(Builder& b) {
    if (b.rows<Workload>().empty()) return;
    std::vector<Id<LoadBalancer>> made;
    for (int left = b.random.between(1, 3); left > 0; --left)
        made.push_back(b.add(balancerIn(b, b.random.of(b.rows<Vpc>()))));
    for (const auto& id : made) {
        const auto row = [&] { return *std::ranges::find(b.rows<LoadBalancer>(), id, &LoadBalancer::id); };
        if (row().loadBalancerKind == LoadBalancerKind::Network && b.random.chance(30)) putBehind(b, row());
        const LoadBalancer balancer = row();
        open(b, balancer);
        const std::vector<Workload> callers = b.rows<Workload>();
        for (const Workload& caller : callers)
            if (b.random.chance(caller.vpc == balancer.vpc ? 50 : 15)) call(b, caller.id, id, balancer);
        if (!b.rows<OnPremisesNetwork>().empty() && b.random.chance(50))
            call(b, b.rows<OnPremisesNetwork>().front().id, id, balancer);
        if (balancer.loadBalancerKind == LoadBalancerKind::Network && b.random.chance(60)) offer(b, balancer);
    }
    putAnywhereBehind(b, made);
}

}  // namespace gw
