#include <algorithm>

#include "tests/oracle/world.h"

namespace gw::oracle {
namespace {

/// The best of several is what becomes of the packet: load balancers send to targets that answer.
class Best {
public:
    void add(Fate fate) {
        const bool better = fate == Fate::Interface || (fate == Fate::NotModelled && best_ == Fate::Blocked);
        if (better && best_ != Fate::Interface) best_ = fate;
    }
    Fate fate() const { return best_; }

private:
    Fate best_ = Fate::Blocked;
};

}  // namespace

std::vector<Nic> World::nodesOf(const LoadBalancer& balancer) const {
    const bool filtered =
        balancer.loadBalancerKind == LoadBalancerKind::Application || !balancer.securityGroups.empty();
    std::vector<Nic> nodes;
    for (const auto& id : balancer.subnets)
        if (const Subnet* subnet = find(d_, id))
            nodes.push_back(filtered ? nicAt(*subnet, balancer.securityGroups, false)
                                     : Nic{.subnet = subnet, .filtered = false});
    return nodes;
}

Fate World::wholeWithKeptAddress(const Nic& node, const Nic* source, const Nic& target, const Packet& packet,
                                 const Packet& onward) const {
    const Way way = route(*node.subnet, node.publicIp, &target, onward, 0, false);
    if (way.fate != Fate::Interface) return way.fate;
    const bool together = target.subnet->id == node.subnet->id;
    // Whether subnets in common spare it the network ACL is not told where the caller and the node differ in that.
    if (together != (source && source->subnet->id == target.subnet->id)) return Fate::NotModelled;
    if (!groupsPass(node, &target, onward, false, way.seesOut)) return Fate::Blocked;
    if (!together && (!aclPasses(*node.subnet, onward.to, onward.called, true) ||
                      (!way.pastReplyIn && !aclPasses(*node.subnet, onward.to, onward.replyPort, false)) ||
                      (!way.pastAclIn && !aclPasses(*target.subnet, packet.from, onward.called, false)) ||
                      !aclPasses(*target.subnet, packet.from, packet.replyPort, true)))
        return Fate::Blocked;
    Packet seen = onward;
    seen.from = packet.from;
    return groupsPass(target, &node, seen, true, way.seesIn) ? Fate::Interface : Fate::Blocked;
}

Fate World::toTarget(const LoadBalancer& balancer, const Nic& node, const Nic* source, const Nic& target,
                     const Packet& packet, int port, bool overEndpoint) const {
    if (!node.subnet->cidr || !target.subnet->cidr) return Fate::NotModelled;
    const bool isNetwork = balancer.loadBalancerKind == LoadBalancerKind::Network;
    if (isNetwork && !balancer.crossZone && !sharesZone(*node.subnet, *target.subnet))
        return node.subnet->zone && target.subnet->zone ? Fate::Blocked : Fate::NotModelled;
    std::set<Fate> fates;
    Packet onward;
    onward.called = port;
    for (const IpAddress& from : addressClasses(*node.subnet->cidr))
        for (const IpAddress& to : addressClasses(*target.subnet->cidr))
            for (const int reply : portClasses()) {
                onward.from = from;
                onward.to = to;
                onward.replyPort = reply;
                fates.insert(whole(node, &target, onward));
                // Of which kind its targets are is not drawn: to instances it keeps the caller's address, where they
                // are of its VPC or of one peered with it.
                if (isNetwork && !overEndpoint &&
                    (node.subnet->vpc == target.subnet->vpc ||
                     route(*node.subnet, node.publicIp, &target, onward, 0, false).peered))
                    fates.insert(wholeWithKeptAddress(node, source, target, packet, onward));
            }
    return fates.size() == 1 ? *fates.begin() : Fate::NotModelled;
}

Fate World::handOn(const LoadBalancer& balancer, const Nic* source, const Nic& at, const Packet& packet,
                   bool overEndpoint) const {
    const bool isNetwork = balancer.loadBalancerKind == LoadBalancerKind::Network;
    if (balancer.loadBalancerKind == LoadBalancerKind::Gateway || balancer.listeners.empty()) return Fate::NotModelled;
    std::vector<Nic> nodes = nodesOf(balancer);
    if (nodes.empty()) return Fate::NotModelled;
    if (std::ranges::any_of(nodes, [&](const Nic& node) { return sharesZone(*node.subnet, *at.subnet); }))
        std::erase_if(nodes, [&](const Nic& node) { return !sharesZone(*node.subnet, *at.subnet); });
    if (overEndpoint && balancer.enforcePrivateLinkRules && !groupsPass(nodes.front(), nullptr, packet, true, false))
        return Fate::Blocked;
    Best best;
    for (const Listener& listener : balancer.listeners) {
        if (packet.called < listener.port.from || listener.port.to < packet.called) continue;
        if (listener.targetPort.from != listener.targetPort.to) return Fate::NotModelled;
        const int port = listener.targetPort.from;
        // An Application Load Balancer may answer by itself.
        if (listener.targets.empty()) best.add(isNetwork ? Fate::NotModelled : Fate::Interface);
        for (const auto& id : listener.targets)
            for (const Nic& node : nodes) {
                if (const LoadBalancer* inner = find(d_, Id<LoadBalancer>{id.value})) {
                    if (!isNetwork || inner->loadBalancerKind != LoadBalancerKind::Application) continue;
                    for (const Nic& next : nodesOf(*inner)) {
                        const Fate there = toTarget(balancer, node, source, next, packet, port, overEndpoint);
                        Packet onward;
                        onward.called = port;
                        best.add(there == Fate::Interface ? handOn(*inner, &node, next, onward, false) : there);
                    }
                } else if (const Workload* workload = find(d_, Id<Workload>{id.value})) {
                    if (workload->privateIp || workload->subnets.empty()) best.add(Fate::NotModelled);
                    const bool listens = workload->ports == Workload{}.ports ||
                                         (workload->ports.from <= port && port <= workload->ports.to);
                    for (const auto& subnet : workload->subnets)
                        if (const Subnet* home = find(d_, subnet); home && listens)
                            best.add(toTarget(balancer, node, source, nicAt(*home, workload->securityGroups, false),
                                              packet, port, overEndpoint));
                }
            }
    }
    return best.fate();
}

Fate World::provide(const EndpointService& service, const Nic* source, const Nic& at, const Packet& packet) const {
    Best best;
    bool isServed = false;
    bool isDrawn = false;
    for (const auto& id : service.loadBalancers)
        if (const LoadBalancer* balancer = find(d_, id)) {
            isDrawn = true;
            for (const Nic& node : nodesOf(*balancer)) isServed |= sharesZone(*node.subnet, *at.subnet);
            if (balancer->loadBalancerKind == LoadBalancerKind::Network)
                best.add(handOn(*balancer, source, at, packet, true));
        }
    if (!isDrawn) return Fate::NotModelled;
    return isServed || !at.subnet->zone ? best.fate() : Fate::Blocked;
}

}  // namespace gw::oracle
