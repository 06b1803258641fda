#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/reach/pipeline.h"
#include "model/reach/words.h"

namespace gw {

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

/// One load balancer and the call that it hands on.
class Balancing {
public:
    Balancing(const Network& network, const LoadBalancer& balancer, const BalancedCall& call)
        : network_(network), design_(network.design()), balancer_(balancer), from_(call) {}

    /// What becomes of those packets of the call: nothing where they are answered, else what its groups say and what
    /// its listeners do.
    std::vector<Ruling> judge(const PacketSet& packets) const;
    /// What its listeners do with packets that its groups have let in; nullopt where they are answered.
    std::optional<Ruling> judgeListeners(const PacketSet& packets) const;

private:
    /// How far the call gets to one target.
    struct Try {
        Outcome outcome = Outcome::Passed;
        std::string why{};  ///< what stops it, or the fact that is missing
    };
    class Tries;

    bool isNetwork() const { return balancer_.loadBalancerKind == LoadBalancerKind::Network; }
    bool keepsAddress(const Call& call) const {
        return isNetwork() && !from_.overEndpoint && !from_.caller.addresses.empty() &&
               call.family == from_.call.family;
    }
    Crossing crossingOf(const End& node, const End& target, const Branch& way) const;
    std::vector<NetworkInterface> nodes() const;
    End endAt(const NetworkInterface& node, IpFamily family) const {
        return endOf(node, balancer_.id.value, labelOf(balancer_), network_.vpcOf(*node.subnet), family);
    }
    Try reach(const Listener& listener) const;
    Try reachWorkload(const Listener& listener, const Workload& target) const;
    Try reachWorkload(const Listener& listener, const NetworkInterface& node, const Workload& target,
                      const NetworkInterface& at) const;
    Try reachBalancer(const Listener& listener, const LoadBalancer& target) const;
    Try reachBalancer(const Listener& listener, const NetworkInterface& node, const LoadBalancer& target,
                      const NetworkInterface& at) const;
    Try onWay(const Listener& listener, const Call& call, const NetworkInterface& node, const Answer& answer) const;
    Try onBranch(const Listener& listener, const Call& call, const End& node, const Answer& answer,
                 const Branch& branch) const;
    Branch withKeptAddress(const Call& call, const End& node, const End& target, const Branch& way) const;
    Try servedFrom(const NetworkInterface& node, const NetworkInterface& target, std::string_view name) const;
    Try told(const Call& call, const End& target, const Branch& branch) const;
    Journey journeyTo(const Call& call, const End& target) const;
    std::optional<Ruling> judgeGroups(const PacketSet& packets) const;
    std::string notReached() const;

    const Network& network_;
    const Design& design_;
    const LoadBalancer& balancer_;
    const BalancedCall& from_;
};

}  // namespace gw
