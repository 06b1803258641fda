#include "model/reach/balancing.h"

#include <algorithm>

#include "model/reach/listening.h"

namespace gw {
namespace {

using std::string;

bool takes(const Listener& listener, const Protocol& protocol) {
    const bool both = listener.protocol == "TCP_UDP";
    const bool udp = listener.protocol == "UDP";
    if (protocol == Protocol::udp()) return udp || both;
    return protocol == Protocol::tcp() && !udp;
}

/// Whether an ACL of the target's subnet, or the target's groups, ask who calls.
bool asksWhoCalls(const Ruling& ruling, const End& target) {
    if (ruling.hop != target.id) return false;
    switch (ruling.code) {
        case Code::AclReturnAllowed:
        case Code::AclReturnDeny:
        case Code::AclReturnPartial:
        case Code::AclAddressesNotKnown:
            return true;
        default:
            return ruling.stage == Stage::AclIn || ruling.stage == Stage::SecurityGroupIn;
    }
}

}  // namespace

/// The best of several: one that is reached suffices.
class Balancing::Tries {
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

Balancing::Try Balancing::told(const Call& call, const End& target, const Branch& branch) const {
    if (!branch.isBlocked() && !branch.isUnknown() && !branch.isPartial()) return {};
    const Journey journey = journeyTo(call, target);
    const Outcome wanted = branch.isBlocked() ? Outcome::Blocked : Outcome::Unknown;
    for (const Ruling& each : branch.rulings)
        if (each.outcome == wanted) {
            const string fact = branch.isBlocked() ? string() : missingFact(journey, each);
            return {wanted, fact.empty() ? inWords(network_, journey, each).text : fact};
        }
    // A part of the packets alone gets there.
    for (const Ruling& each : branch.rulings)
        if (each.outcome == Outcome::Blocked) return {Outcome::Unknown, inWords(network_, journey, each).text};
    return {wanted, "Whether " + string(labelOf(balancer_)) + " reaches " + string(target.name) + "."};
}

Crossing Balancing::crossingOf(const End& node, const End& target, const Branch& way) const {
    if (node.vpc == target.vpc) return Crossing::SameVpc;
    const bool isPeered = std::ranges::any_of(way.via, [&](const Waypoint& each) {
        return find(design_, Id<PeeringConnection>{std::string(each.id)}) != nullptr;
    });
    return isPeered && node.vpc && target.vpc && network_.regionOf(*node.vpc) == network_.regionOf(*target.vpc)
               ? Crossing::Peering
               : Crossing::Other;
}

/// The same way, the target asked about the caller in place of the load balancer. Rules that name a group of the load
/// balancer let the call in all the same, those that name a group of the caller do not (User Guide for Network Load
/// Balancers: Update the security groups for your Network Load Balancer, Register targets).
Branch Balancing::withKeptAddress(const Call& call, const End& node, const End& target, const Branch& way) const {
    End source = from_.caller;
    source.groups = node.groups;
    const Pair pair{source, target, crossingOf(node, target, way)};
    const PacketSet packets = packetsOf(call, source, target);
    Branch kept;
    kept.packets = kept.passed = packets;
    kept.add(judgeGroupsIn(network_, call, pair, packets));
    kept.add(judgeAcl(network_, *target.subnet, AclPass::CallIn, call, pair, packets));
    kept.add(judgeAcl(network_, *target.subnet, AclPass::ReplyOut, call, pair, packets));
    for (Ruling& each : kept.rulings) each.other = from_.caller.name;
    return kept;
}

/// Network Load Balancers hand the addresses of their callers on to instances and not to IP targets, UDP always: of
/// which kind targets are the design does not say (User Guide for Network Load Balancers, Client IP preservation).
Balancing::Try Balancing::onBranch(const Listener& listener, const Call& call, const End& node, const Answer& answer,
                                   const Branch& branch) const {
    Try own = told(call, answer.end, branch);
    const bool isUdp = listener.protocol == "UDP" || listener.protocol == "TCP_UDP";
    // Addresses are kept for targets of the same VPC, or of one peered with it in the Region (same chapter).
    if (!keepsAddress(call) || (!isUdp && crossingOf(node, answer.end, branch) == Crossing::Other)) return own;
    Branch way;
    way.packets = way.passed = branch.packets;
    way.partly = branch.partly;
    for (const Ruling& each : branch.rulings)
        if (!asksWhoCalls(each, answer.end)) way.add(each);
    if (Try there = told(call, answer.end, way); there.outcome != Outcome::Passed) return there;
    Try kept = told(call, answer.end, withKeptAddress(call, node, answer.end, branch));
    if (isUdp) return kept;
    if (own.outcome == kept.outcome || own.outcome == Outcome::Unknown) return own;
    if (kept.outcome == Outcome::Unknown) return kept;
    return {Outcome::Unknown,
            "Whether " + string(labelOf(balancer_)) +
                " hands on the addresses of its callers: its targets let in either these or its own."};
}

Balancing::Try Balancing::onWay(const Listener& listener, const Call& call, const NetworkInterface& node,
                                const Answer& answer) const {
    const End source = endAt(node, call.family);
    Tries tries;
    for (const Branch& way : waysFrom(network_, call, source, answer))
        tries.add(onBranch(listener, call, source, answer, way));
    return tries.best().value_or(Try{Outcome::Blocked, notReached()});
}

/// Whether the node sends to targets in that subnet: those of other zones only where the load balancer balances across
/// them, as Application Load Balancers always do unless a target group says otherwise.
Balancing::Try Balancing::servedFrom(const NetworkInterface& node, const NetworkInterface& target,
                                     std::string_view name) const {
    if (!isNetwork() || balancer_.crossZone || node.subnet->id == target.subnet->id ||
        sameZone(design_, *node.subnet, *target.subnet))
        return {};
    if (find(design_, node.subnet->zone) && find(design_, target.subnet->zone))
        return {Outcome::Blocked, "None stands in its zone, and it sends to no other zone."};
    return {Outcome::Unknown, "Whether " + string(labelOf(balancer_)) + " and " + string(name) +
                                  " stand in one Availability Zone: a subnet names none."};
}

Balancing::Try Balancing::reachWorkload(const Listener& listener, const NetworkInterface& node, const Workload& target,
                                        const NetworkInterface& at) const {
    if (Try served = servedFrom(node, at, labelOf(target)); served.outcome != Outcome::Passed) return served;
    Call call = from_.call;
    call.ports = {listener.targetPort};
    call.family = at.subnet->cidr && node.subnet->cidr ? IpFamily::V4 : IpFamily::V6;
    const Answer answer{
        endOf(at, target.id.value, labelOf(target), network_.vpcOf(*at.subnet), call.family, target.privateIp),
        nullptr};
    if (answer.end.addresses.empty()) return {Outcome::Unknown, "The addresses of " + string(labelOf(target)) + "."};
    if (const auto closed = judgeListening(target, call, packetsOf(call, answer.end, answer.end)))
        return {Outcome::Blocked, inWords(network_, journeyTo(call, answer.end), *closed).text};
    return onWay(listener, call, node, answer);
}

Balancing::Try Balancing::reachWorkload(const Listener& listener, const Workload& target) const {
    const auto interfaces = network_.interfacesOf(target);
    // A function outside every VPC is called by way of its service.
    if (interfaces.empty() && !isNetwork()) return {};
    Tries tries;
    for (const NetworkInterface& node : nodes())
        for (const NetworkInterface& at : interfaces) {
            tries.add(reachWorkload(listener, node, target, at));
            if (tries.isReached()) return {};
        }
    return tries.best().value_or(Try{Outcome::Unknown, "Which subnets " + string(labelOf(target)) + " stands in."});
}

Balancing::Try Balancing::reachBalancer(const Listener& listener, const NetworkInterface& node,
                                        const LoadBalancer& target, const NetworkInterface& at) const {
    if (Try served = servedFrom(node, at, labelOf(target)); served.outcome != Outcome::Passed) return served;
    Call call = from_.call;
    call.ports = {listener.targetPort};
    const Answer answer{endOf(at, target.id.value, labelOf(target), network_.vpcOf(*at.subnet), call.family), nullptr};
    if (answer.end.addresses.empty()) return {Outcome::Unknown, "The addresses of " + string(labelOf(target)) + "."};
    Try own = onWay(listener, call, node, answer);
    if (own.outcome != Outcome::Passed) return own;
    const End source = endAt(node, call.family);
    // Its own groups have been asked about this load balancer on the way.
    const BalancedCall onward{call, source, at.subnet, false};
    const auto ruling = Balancing(network_, target, onward).judgeListeners(packetsOf(call, source, answer.end));
    if (!ruling) return {};
    if (ruling->outcome == Outcome::Unknown) return {Outcome::Unknown, ruling->note};
    return {Outcome::Blocked, inWords(network_, journeyTo(call, answer.end), *ruling).text};
}

/// One load balancer stands behind another only as the Application Load Balancer of a Network Load Balancer (User Guide
/// for Network Load Balancers, Use Application Load Balancers as targets).
Balancing::Try Balancing::reachBalancer(const Listener& listener, const LoadBalancer& target) const {
    if (!isNetwork() || target.loadBalancerKind != LoadBalancerKind::Application)
        return {Outcome::Blocked, string(labelOf(target)) +
                                      " is no target of it: only Application Load Balancers stand behind another load "
                                      "balancer, and that is a Network Load Balancer."};
    Tries tries;
    for (const NetworkInterface& node : nodes())
        for (const NetworkInterface& at : network_.interfacesOf(target)) {
            tries.add(reachBalancer(listener, node, target, at));
            if (tries.isReached()) return {};
        }
    return tries.best().value_or(Try{Outcome::Unknown, "Which subnets " + string(labelOf(target)) + " stands in."});
}

Balancing::Try Balancing::reach(const Listener& listener) const {
    if (listener.targets.empty()) {
        if (!isNetwork()) return {};
        return {Outcome::Unknown,
                "Where the listener of " + string(labelOf(balancer_)) + " sends requests: it has no targets."};
    }
    Tries tries;
    for (const auto& id : listener.targets) {
        if (const LoadBalancer* target = find(design_, Id<LoadBalancer>{id.value}))
            tries.add(reachBalancer(listener, *target));
        else if (const Workload* workload = find(design_, Id<Workload>{id.value}))
            tries.add(reachWorkload(listener, *workload));
        if (tries.isReached()) return {};
    }
    return tries.best().value_or(Try{Outcome::Blocked, notReached()});
}

/// The groups of a Network Load Balancer that a call through an endpoint comes to: they see the caller's own private
/// address, and no groups of its VPC (User Guide for Network Load Balancers, Update the security groups for your
/// Network Load Balancer). One without groups takes every call.
std::optional<Ruling> Balancing::judgeGroups(const PacketSet& packets) const {
    if (!from_.overEndpoint || !balancer_.enforcePrivateLinkRules || balancer_.securityGroups.empty() ||
        nodes().empty())
        return std::nullopt;
    const End node = endAt(nodes().front(), from_.call.family);
    Ruling ruling = judgeGroupsIn(network_, from_.call, {from_.caller, node, Crossing::Other}, packets);
    if (ruling.outcome == Outcome::Passed) return std::nullopt;
    return ruling;
}

std::vector<Ruling> Balancing::judge(const PacketSet& packets) const {
    std::vector<Ruling> rulings;
    PacketSet let = packets;
    if (auto stopped = judgeGroups(packets)) {
        // Where all is stopped, what is behind it is told as well.
        if (!stopped->part.empty()) let = let.within(stopped->part);
        rulings.push_back(*std::move(stopped));
    }
    if (auto stopped = judgeListeners(let)) rulings.push_back(*std::move(stopped));
    return rulings;
}

std::optional<Ruling> Balancing::judgeListeners(const PacketSet& packets) const {
    const string name(labelOf(balancer_));
    const auto notKnown = [&](string missing) {
        return judgedAtService(balancer_, Code::BalancerNotKnown, Outcome::Unknown, std::move(missing));
    };
    if (balancer_.loadBalancerKind == LoadBalancerKind::Gateway) return notKnown("What answers behind " + name + ".");
    if (balancer_.listeners.empty()) return notKnown("On which ports " + name + " listens: it has no listener.");
    if (nodes().empty()) return notKnown("Which subnets " + name + " stands in.");
    if (from_.call.protocol == Protocol::all())
        return notKnown("Which protocol and port of " + name + " are called: its listeners take TCP or UDP alone.");
    PacketSet answered;  // by a target, or perhaps by one
    Tries known;         // the best of those that are not answered for sure
    std::vector<const Listener*> judged;
    for (const Listener& listener : balancer_.listeners) {
        const PacketSet taken = packets.within(calledOn(listener.port));
        if (!takes(listener, from_.call.protocol) || taken.empty() ||
            std::ranges::any_of(judged, [&](const Listener* each) { return *each == listener; }))
            continue;
        judged.push_back(&listener);
        Try each = reach(listener);
        if (each.outcome != Outcome::Blocked) answered.add(taken);
        if (each.outcome != Outcome::Passed) known.add(std::move(each));
    }
    if (answered.contains(packets)) {
        if (!known.best()) return std::nullopt;
        return notKnown(known.best()->why);
    }
    if (known.best() && known.best()->outcome == Outcome::Unknown && answered.empty())
        return notKnown(known.best()->why);
    const bool noTarget = known.best() && known.best()->outcome == Outcome::Blocked;
    Ruling ruling = judgedAtService(balancer_, noTarget ? Code::BalancerNoTarget : Code::BalancerNoListener,
                                    Outcome::Blocked, noTarget ? known.best()->why : string());
    ruling.part = std::move(answered);
    return ruling;
}

string Balancing::notReached() const {
    return "No way leads from " + string(labelOf(balancer_)) + " there.";
}

}  // namespace gw
