#pragma once
#include <vector>

#include "model/reach/middle.h"
#include "model/reach/pipeline.h"

namespace gw {

/// Follows a call from hop to hop, from a network interface or from a line into a VPC.
class Walk {
public:
    Walk(const Network& network, const Call& call, const Answer& answer)
        : network_(network), call_(call), answer_(answer), target_(answer.end) {}

    /// Where the packets are: under whose address, and what stands behind them.
    struct Position {
        End source{};
        bool behindNat = false;
        std::string_view backBy{};  ///< in a foreign VPC: the gateway by which replies must leave it
        /// How the way so far lets security groups see each other.
        Crossing crossing = Crossing::SameVpc;
        /// Subnets in which the packets came out of a gateway.
        std::vector<const Subnet*> passed{};
        /// Subnets by which a transit gateway hands the call to the target, and replies to the source: where that is
        /// the subnet of the end itself, its network ACL is not asked.
        std::vector<const Subnet*> landings{};
        std::vector<const Subnet*> replyLandings{};
    };

    /// An empty branch from the source to the target.
    Branch begin(const End& source) const;
    std::vector<Branch> from(const End& source);
    /// Goes on by the route table of the subnet in which the position stands.
    void byRoutes(Branch branch, const Position& at);
    /// Goes on with what a gateway has done.
    void pass(Branch branch, const Position& at, Onward onward);
    /// Network ACL and security groups of the target's interface, the endpoint behind it, and the way back.
    void arrive(Branch branch, const Position& at);
    /// The call ends here, whether it got through or not.
    void finish(Branch branch) { found_.push_back(std::move(branch)); }
    std::vector<Branch> found() { return std::move(found_); }

private:
    void leave(Branch& branch, const Position& at, const RouteChoice& choice);
    PacketSet packetsAt(const Branch& branch, const Position& at) const;
    void take(Branch branch, const Position& at, const RouteChoice& choice);
    Onward throughGateway(const Branch& branch, const Position& at, const RouteChoice& choice) const;
    void onwardFrom(Branch branch, const Position& at, Onward onward);
    void takeGatewayEndpoint(Branch branch, const Position& at, const RouteChoice& choice);
    Crossing crossingOf(const Position& at, const RouteChoice& choice) const;
    Ruling noWayBack(const Position& at, const Subnet& subnet) const;
    Ruling notOwned(Stage stage, std::string_view hop) const;
    Ruling loopAt(const Position& at, const RouteChoice& choice) const;
    Ruling judgeEndpoint(const Endpoint& endpoint) const;
    bool carriesCall(const Endpoint& endpoint) const;
    bool servesZone(const Endpoint& endpoint, const Subnet& subnet) const;
    void reply(Branch& branch, const Position& at);
    /// Rulings of a stage behind a NAT gateway are about its packets, not about the caller's.
    void add(Branch& branch, Ruling ruling, const Position& at) const;

    const Network& network_;
    const Call& call_;
    const Answer& answer_;
    const End& target_;
    std::vector<Branch> found_;
};

}  // namespace gw
