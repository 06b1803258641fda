#include "model/reach/balanced.h"

#include <algorithm>

#include "model/reach/assumptions.h"
#include "model/reach/listening.h"
#include "model/reach/words.h"

namespace gw {
namespace {

using std::string;

/// A call that has come to the network interface of a load balancer, or of an endpoint to the service of one.
struct BalancedCall {
    const Call& call;
    const End& caller;
    /// Where it has come to.
    const Subnet* at = nullptr;
    /// Through an endpoint: targets then see the addresses of the load balancer alone (AWS PrivateLink Guide, Create a
    /// service powered by AWS PrivateLink).
    bool overEndpoint = false;
};

/// How far the call gets to one target.
struct Try {
    Outcome outcome = Outcome::Passed;
    string why{};  ///< what stops it, or the fact that is missing
};

/// The best of several: one that is reached suffices.
class Tries {
public:
    void add(Try each) {
        const bool better = !best_ || (each.outcome == Outcome::Passed && best_->outcome != Outcome::Passed) ||
                            (each.outcome == Outcome::Unknown && best_->outcome == Outcome::Blocked);
        if (better) best_ = std::move(each);
    }
    bool isReached() const { return best_ && best_->outcome == Outcome::Passed; }
    const std::optional<Try>& best() const { return best_; }

private:
    std::optional<Try> best_;
};

bool takes(const Listener& listener, const Call& call) {
    const bool both = listener.protocol == "TCP_UDP";
    const bool udp = listener.protocol == "UDP";
    if (call.protocol == Protocol::udp() ? !(udp || both) : call.protocol != Protocol::tcp() || udp) return false;
    return std::ranges::any_of(call.ports, [&](const PortRange& each) { return listener.port.contains(each); });
}

/// One load balancer and the call that it hands on.
class Balancing {
public:
    Balancing(const Network& network, const LoadBalancer& balancer, const BalancedCall& call, int depth = 0)
        : network_(network), design_(network.design()), balancer_(balancer), from_(call), depth_(depth) {}

    std::optional<Ruling> judge() const;

private:
    bool isNetwork() const { return balancer_.loadBalancerKind == LoadBalancerKind::Network; }
    std::vector<NetworkInterface> nodes() const;
    Try reach(const Listener& listener) const;
    Try reachWorkload(const Listener& listener, const NetworkInterface& node, const Workload& target,
                      const NetworkInterface& at) const;
    Try reachBalancer(const Listener& listener, const LoadBalancer& target) const;
    Try onWay(const Call& call, const NetworkInterface& node, const Answer& answer) const;
    Try keptAddress(const Call& call, const Answer& answer) const;
    Try merged(const Listener& listener, Try own, Try kept) const;
    bool isServed(const NetworkInterface& node, const NetworkInterface& target) const {
        return !isNetwork() || balancer_.crossZone || sameZone(design_, *node.subnet, *target.subnet);
    }
    Try told(const Journey& journey, const std::vector<Ruling>& rulings, bool isBlocked, bool isSure) const;
    Journey journeyTo(const Call& call, const End& target) const;

    const Network& network_;
    const Design& design_;
    const LoadBalancer& balancer_;
    const BalancedCall& from_;
    int depth_;
};

/// The nodes that may take it: that of its zone, else any.
std::vector<NetworkInterface> Balancing::nodes() const {
    std::vector<NetworkInterface> all = network_.interfacesOf(balancer_);
    std::vector<NetworkInterface> near;
    for (const NetworkInterface& each : all)
        if (from_.at && (each.subnet->id == from_.at->id || sameZone(design_, *each.subnet, *from_.at)))
            near.push_back(each);
    return near.empty() ? all : near;
}

Journey Balancing::journeyTo(const Call& call, const End& target) const {
    Journey journey;
    journey.caller = balancer_.id.value;
    journey.callerName = labelOf(balancer_);
    journey.target = target.id;
    journey.targetName = target.name;
    journey.call = call;
    return journey;
}

Try Balancing::told(const Journey& journey, const std::vector<Ruling>& rulings, bool isBlocked, bool isSure) const {
    if (!isBlocked && isSure) return {};
    const Outcome wanted = isBlocked ? Outcome::Blocked : Outcome::Unknown;
    for (const Ruling& each : rulings)
        if (each.outcome == wanted) {
            const string fact = isBlocked ? string() : missingFact(journey, each);
            return {wanted, fact.empty() ? inWords(network_, journey, each).text : fact};
        }
    // A part of the packets alone gets there.
    for (const Ruling& each : rulings)
        if (each.outcome == Outcome::Blocked) return {Outcome::Unknown, inWords(network_, journey, each).text};
    return {wanted, "Whether " + string(labelOf(balancer_)) + " reaches " + string(journey.targetName) + "."};
}

Try Balancing::onWay(const Call& call, const NetworkInterface& node, const Answer& answer) const {
    const End source = endOf(node, balancer_.id.value, labelOf(balancer_), network_.vpcOf(*node.subnet), call.family);
    Tries tries;
    const Journey journey = journeyTo(call, answer.end);
    for (const Branch& way : waysFrom(network_, call, source, answer))
        tries.add(told(journey, way.rulings, way.isBlocked(), !way.isUnknown() && !way.isPartial()));
    return tries.best().value_or(Try{Outcome::Blocked, "No way leads there."});
}

/// The filters of the target where it sees the address of the caller in place of the load balancer's.
Try Balancing::keptAddress(const Call& call, const Answer& answer) const {
    End source = from_.caller;
    source.groups.clear();
    const Pair pair{source, answer.end, Crossing::Other};
    const PacketSet packets = packetsOf(call, source, answer.end);
    Branch branch;
    branch.packets = branch.passed = packets;
    branch.add(judgeGroupsIn(network_, call, pair, packets));
    branch.add(judgeAcl(network_, *answer.end.subnet, AclPass::CallIn, call, pair, packets));
    branch.add(judgeAcl(network_, *answer.end.subnet, AclPass::ReplyOut, call, pair, packets));
    Journey journey = journeyTo(call, answer.end);
    journey.caller = source.id;
    journey.callerName = source.name;
    return told(journey, branch.rulings, branch.isBlocked(), !branch.isUnknown() && !branch.isPartial());
}

/// Network Load Balancers hand the addresses of their callers on to instances and not to IP targets, UDP always: of
/// which kind targets are the design does not say (User Guide for Network Load Balancers, Client IP preservation).
Try Balancing::merged(const Listener& listener, Try own, Try kept) const {
    if (listener.protocol == "UDP" || listener.protocol == "TCP_UDP") return kept;
    if (own.outcome == kept.outcome) return own;
    if (own.outcome == Outcome::Unknown) return own;
    if (kept.outcome == Outcome::Unknown) return kept;
    return {Outcome::Unknown,
            "Whether " + string(labelOf(balancer_)) +
                " hands on the addresses of its callers: its targets let in either these or its own."};
}

Try Balancing::reachWorkload(const Listener& listener, const NetworkInterface& node, const Workload& target,
                             const NetworkInterface& at) const {
    Call call = from_.call;
    call.ports = {listener.targetPort};
    call.family = at.subnet->cidr && node.subnet->cidr ? IpFamily::V4 : IpFamily::V6;
    const Answer answer{
        endOf(at, target.id.value, labelOf(target), network_.vpcOf(*at.subnet), call.family, target.privateIp),
        nullptr};
    if (answer.end.addresses.empty()) return {Outcome::Unknown, "The addresses of " + string(labelOf(target)) + "."};
    const Try own = onWay(call, node, answer);
    if (const auto closed = judgeListening(target, call, packetsOf(call, answer.end, answer.end)))
        if (own.outcome == Outcome::Passed)
            return {Outcome::Blocked, inWords(network_, journeyTo(call, answer.end), *closed).text};
    const bool keepsAddress =
        isNetwork() && !from_.overEndpoint && !from_.caller.addresses.empty() && call.family == from_.call.family;
    return keepsAddress ? merged(listener, own, keptAddress(call, answer)) : own;
}

Try Balancing::reachBalancer(const Listener& listener, const LoadBalancer& target) const {
    if (depth_ > 2) return {Outcome::Blocked, "The load balancers send the call in a circle."};
    Call call = from_.call;
    call.ports = {listener.targetPort};
    Tries tries;
    for (const NetworkInterface& node : nodes())
        for (const NetworkInterface& at : network_.interfacesOf(target)) {
            const Answer answer{endOf(at, target.id.value, labelOf(target), network_.vpcOf(*at.subnet), call.family),
                                nullptr};
            if (answer.end.addresses.empty() || !isServed(node, at)) continue;
            Try own = onWay(call, node, answer);
            if (own.outcome == Outcome::Passed) {
                const End source =
                    endOf(node, balancer_.id.value, labelOf(balancer_), network_.vpcOf(*node.subnet), call.family);
                const BalancedCall onward{call, source, at.subnet, from_.overEndpoint};
                if (const auto ruling = Balancing(network_, target, onward, depth_ + 1).judge()) {
                    const Journey journey = journeyTo(call, answer.end);
                    const bool isOpen = ruling->outcome == Outcome::Unknown;
                    own = {ruling->outcome, isOpen ? ruling->note : inWords(network_, journey, *ruling).text};
                }
            }
            tries.add(std::move(own));
        }
    return tries.best().value_or(Try{Outcome::Unknown, "Which subnets " + string(labelOf(target)) + " stands in."});
}

Try Balancing::reach(const Listener& listener) const {
    if (listener.targets.empty()) {
        if (!isNetwork()) return {};
        return {Outcome::Unknown,
                "Where the listener of " + string(labelOf(balancer_)) + " sends requests: it has no targets."};
    }
    Tries tries;
    for (const auto& id : listener.targets) {
        if (const LoadBalancer* target = find(design_, Id<LoadBalancer>{id.value})) {
            tries.add(reachBalancer(listener, *target));
            continue;
        }
        const Workload* target = find(design_, Id<Workload>{id.value});
        if (!target) continue;
        const auto interfaces = network_.interfacesOf(*target);
        // A function outside every VPC is called by way of its service.
        if (interfaces.empty())
            tries.add(isNetwork() ? Try{Outcome::Unknown, "Which subnets " + string(labelOf(*target)) + " stands in."}
                                  : Try{});
        for (const NetworkInterface& node : nodes())
            for (const NetworkInterface& at : interfaces) {
                if (tries.isReached()) return {};
                if (isServed(node, at)) tries.add(reachWorkload(listener, node, *target, at));
            }
    }
    return tries.best().value_or(Try{Outcome::Blocked, "None stands in its zone, and it sends to no other zone."});
}

std::optional<Ruling> Balancing::judge() const {
    const string name(labelOf(balancer_));
    const auto notKnown = [&](string missing) {
        return judgedAtService(balancer_, Code::BalancerNotKnown, Outcome::Unknown, std::move(missing));
    };
    if (balancer_.loadBalancerKind == LoadBalancerKind::Gateway) return notKnown("What answers behind " + name + ".");
    if (balancer_.listeners.empty()) return notKnown("On which ports " + name + " listens: it has no listener.");
    if (nodes().empty()) return notKnown("Which subnets " + name + " stands in.");
    std::optional<Try> worst;
    for (const Listener& listener : balancer_.listeners) {
        if (!takes(listener, from_.call)) continue;
        Try each = reach(listener);
        if (!worst || each.outcome == Outcome::Blocked || worst->outcome == Outcome::Passed) worst = std::move(each);
    }
    if (!worst) return judgedAtService(balancer_, Code::BalancerNoListener, Outcome::Blocked);
    if (worst->outcome == Outcome::Passed) return std::nullopt;
    if (worst->outcome == Outcome::Unknown) return notKnown(std::move(worst->why));
    return judgedAtService(balancer_, Code::BalancerNoTarget, Outcome::Blocked, std::move(worst->why));
}

/// The load balancers of an endpoint service, of which any may take the call.
std::optional<Ruling> judgeProvider(const Network& network, const EndpointService& service, const Endpoint& endpoint,
                                    const BalancedCall& call) {
    if (endpoint.type != EndpointType::Interface) return std::nullopt;
    const Design& design = network.design();
    std::optional<Ruling> worst;
    bool isDrawn = false;
    for (const auto& id : service.loadBalancers) {
        const LoadBalancer* balancer = find(design, id);
        if (!balancer) continue;
        isDrawn = true;
        auto ruling = balancer->loadBalancerKind == LoadBalancerKind::Network
                          ? Balancing(network, *balancer, call).judge()
                          : judgedAtService(*balancer, Code::BalancerKind, Outcome::Blocked);
        if (!ruling) return std::nullopt;
        if (!worst || ruling->outcome == Outcome::Unknown) worst = std::move(ruling);
    }
    if (isDrawn || assumptionOf(design, assumed::passes, service.id.value) == "yes") return worst;
    return judgedAtService(service, Code::BalancerNotKnown, Outcome::Unknown,
                           "Which load balancer stands behind " + string(labelOf(service)) + ".");
}

}  // namespace

std::optional<Ruling> judgeAnswering(const Network& network, const Flow& flow, const Call& call, const End& source,
                                     const Answer& answer, const Branch& branch) {
    const Design& design = network.design();
    if (const Workload* workload = find(design, Id<Workload>{flow.to.value}))
        return judgeListening(*workload, call, branch.packets);
    End caller = source;
    if (branch.road == Road::Internet && source.vpc) {
        caller.addresses = publicAddresses(call.family);
        caller.isFrame = true;
    }
    const BalancedCall balanced{call, caller, answer.end.subnet, answer.endpoint != nullptr};
    if (const LoadBalancer* balancer = find(design, Id<LoadBalancer>{flow.to.value}))
        return Balancing(network, *balancer, balanced).judge();
    const EndpointService* provider = find(design, Id<EndpointService>{flow.to.value});
    return provider && answer.endpoint ? judgeProvider(network, *provider, *answer.endpoint, balanced) : std::nullopt;
}

}  // namespace gw
