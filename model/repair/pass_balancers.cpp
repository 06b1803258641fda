#include <algorithm>

#include "model/edit/change.h"
#include "model/reach/reach.h"
#include "model/repair/recommend.h"
#include "model/repair/situation.h"

namespace gw {
namespace {

bool hears(const Listener& listener, const Situation& situation) {
    return std::ranges::any_of(situation.ports, [&](const PortRange& called) {
        return called.from <= listener.port.to && listener.port.from <= called.to;
    });
}

bool isUdp(const Listener& listener) {
    return listener.protocol == "UDP";
}

/// Sends what comes on the port to where `like` sends it, in the protocol of the flow.
Listener listenerLike(Listener like, PortRange port, bool udp) {
    like.port = port;
    if (udp != isUdp(like) && like.protocol != "TCP_UDP") like.protocol = udp ? "UDP" : "TCP";
    return like;
}

/// What it sends to on another port, on the one that is called, too. AWS has one listener on a port: where the other
/// transport protocol is heard there, that one takes both.
std::vector<Candidate> listen(const Situation& situation, const LoadBalancer& balancer) {
    if (situation.ports.size() != 1 || balancer.listeners.empty()) return {};
    const PortRange port = situation.ports.front();
    const bool udp = situation.flow.protocol == Protocol::udp();
    const bool isNetwork = balancer.loadBalancerKind == LoadBalancerKind::Network;
    if (port.from != port.to || (udp && !isNetwork) || (!udp && situation.flow.protocol != Protocol::tcp())) return {};
    std::vector<Listener> after = balancer.listeners;
    const auto there = std::ranges::find_if(after, [&](const Listener& each) { return hears(each, situation); });
    if (there != after.end()) {
        const bool joins = isNetwork && there->port == port && there->protocol == (udp ? "TCP" : "UDP");
        if (!joins) return {};
        there->protocol = "TCP_UDP";
    } else {
        const auto like = std::ranges::find_if(after, [&](const Listener& each) { return isUdp(each) == udp; });
        after.push_back(listenerLike(like == after.end() ? after.front() : *like, port, udp));
    }
    const std::string label = "Let " + situation.name(balancer.id) + " listen on " + situation.call() + ", too";
    return {{Edit(label,
                  [id = balancer.id, after = std::move(after)](Design& design) {
                      return edits::change(design.loadBalancers, id, [&](LoadBalancer& row) { row.listeners = after; });
                  }),
             2}};
}

/// Targets of a Network Load Balancer may see who calls. Rules that name a group of the load balancer let such calls in
/// as well; where it has none, or they cannot see it, the addresses of the callers are let in.
std::vector<Candidate> admitCallers(const Situation& situation, const Situation& onward) {
    const SecurityGroup* own = namedGroupOf(onward.targetGroups);
    // The default group is not opened: whatever names no group has it.
    if (!own || own->isDefault) return {};
    const SecurityGroup* near = namedGroupOf(onward.callerGroups);
    const bool byGroup = near && !near->isDefault && onward.groupsSeeEachOther();
    std::vector<Peer> peers;
    if (byGroup)
        peers.emplace_back(near->id);
    else
        for (const Cidr& block : situation.callerBlocks()) peers.emplace_back(block);
    std::vector<Edit> steps;
    for (const Peer& peer : peers) {
        SecurityGroupRule rule;
        rule.protocol = onward.flow.protocol;
        rule.ports = *onward.flow.port;
        rule.peer = peer;
        if (std::ranges::find(own->ingress, rule) == own->ingress.end())
            steps.push_back(edits::allowInSecurityGroup(own->id, Direction::In, rule));
    }
    if (steps.empty()) return {};
    const std::string who =
        byGroup ? situation.name(near->id) : "the addresses of " + std::string(situation.caller.name);
    return {{inOrder("Let " + who + " into " + situation.name(own->id) + " on " + onward.call(), std::move(steps)), 1}};
}

/// Only Application Load Balancers stand behind another load balancer, and that is a Network Load Balancer.
bool mayStandBehind(const Design& design, const LoadBalancer& balancer, const std::string& target) {
    const LoadBalancer* behind = find(design, Id<LoadBalancer>{target});
    return !behind || (balancer.loadBalancerKind == LoadBalancerKind::Network &&
                       behind->loadBalancerKind == LoadBalancerKind::Application);
}

/// What lets the call of the load balancer to one of its targets pass.
std::vector<Candidate> reach(const Situation& situation, const LoadBalancer& balancer, const Listener& listener,
                             const std::string& target) {
    Flow flow;
    flow.from = FlowSource{balancer.id.value};
    flow.to = FlowTarget{target};
    flow.protocol = situation.flow.protocol;
    flow.port = listener.targetPort;
    const Trace told = trace(situation.network, flow);
    const Situation onward(situation.network, flow, told);
    if (!told.networkAsWanted) return passFirstStop(onward);
    const bool keepsAddresses = balancer.loadBalancerKind == LoadBalancerKind::Network && !situation.endpoint;
    return keepsAddresses ? admitCallers(situation, onward) : std::vector<Candidate>{};
}

}  // namespace

std::vector<Candidate> passBalancers(const Situation& situation, const Step& step) {
    // One target that is reached suffices, and each that is looked at costs a trace.
    constexpr int mostTargets = 8;
    const LoadBalancer* balancer = find(situation.design(), Id<LoadBalancer>{step.subject.value});
    if (!balancer) return {};
    if (step.code == nameOf(Code::BalancerNoListener)) return listen(situation, *balancer);
    if (step.code != nameOf(Code::BalancerNoTarget) && step.code != nameOf(Code::BalancerNotKnown)) return {};
    std::vector<Candidate> found;
    int looked = 0;
    for (const Listener& listener : balancer->listeners)
        for (const auto& target : listener.targets) {
            if (!hears(listener, situation) || !mayStandBehind(situation.design(), *balancer, target.value)) continue;
            if (++looked > mostTargets) return found;
            for (Candidate& each : reach(situation, *balancer, listener, target.value))
                found.push_back(std::move(each));
        }
    return found;
}

}  // namespace gw
