#pragma once
#include <span>
#include <string>
#include <vector>

#include "model/edit/edit.h"
#include "model/edit/edits.h"
#include "model/reach/ends.h"
#include "model/reach/trace.h"

namespace gw {

/// One thing that could be done about a flow, and how much that asks of people: 1 for a rule or an association, 5 for a
/// new endpoint.
struct Candidate {
    Edit edit;
    int effort = 1;
};

/// A flow and what it meets, as those see it that look for something to do about it.
struct Situation {
    Situation(const Network& network, const Flow& flow, const Trace& trace);

    const Design& design() const { return network.design(); }
    /// What people call the thing.
    std::string name(const AnyId& id) const;
    /// "443/tcp"
    std::string call() const;

    /// The blocks of these subnets, of the families that the call may use.
    std::vector<Cidr> blocksOf(std::span<const Subnet* const> subnets) const;
    /// Where calls come from: the blocks of the caller's subnets, of its office, or of the client, which are any where
    /// it names none.
    std::vector<Cidr> callerBlocks() const;
    /// The calling workload, and all others of its VPC that declare a need for the service.
    std::vector<const Workload*> allCallers() const;
    /// How a rule names these workloads: by a group of each, or by the blocks of its subnets; those of the caller's
    /// subnets where there is none.
    std::vector<Peer> peersOf(const std::vector<const Workload*>& workloads) const;
    /// "payment", "payment and 3 more"
    std::string namesOf(const std::vector<const Workload*>& workloads) const;
    /// Whether a rule at one end may name a group of the other: in one VPC, or over a peering connection of one Region
    /// (FACTS F-254).
    bool groupsSeeEachOther() const;

    const Network& network;
    const Flow& flow;
    const Trace& trace;
    Caller caller;
    /// The resource called; nullptr where the target is no AWS service.
    const ServiceResource* service = nullptr;
    std::vector<PortRange> ports{};
    std::vector<const Subnet*> callerSubnets{};
    std::vector<const SecurityGroup*> callerGroups{};
    /// The interface endpoint that the call comes to, where it does.
    const Endpoint* endpoint = nullptr;
    /// The subnets and groups of the interfaces called; none where the target stands outside every VPC.
    std::vector<const Subnet*> targetSubnets{};
    std::vector<const SecurityGroup*> targetGroups{};
    const Vpc* targetVpc = nullptr;
};

/// What could be done where the name leads to no private way.
std::vector<Candidate> changeNames(const Situation& situation, const Step& step);
/// Which endpoints could be given to the flow, or mended: nothing where it comes to one already.
std::vector<Candidate> endpointCandidates(const Situation& situation);
/// What would let the call pass where security groups stop it. `hop` is the thing whose groups they are.
std::vector<Candidate> passGroups(const Situation& situation, const AnyId& hop, const Step& step);
/// What would let the call, or its replies, pass a network ACL.
std::vector<Candidate> passAcl(const Situation& situation, const Step& step);
/// What would let policies allow it: a statement for the actions that are stopped, on what is asked for, to who asks.
/// What a statement denies stays denied.
std::vector<Candidate> passPolicies(const Situation& situation, const Step& step);
/// What would let it pass routes, gateways and the endpoint itself.
std::vector<Candidate> passRoutes(const Situation& situation, const Step& step);
/// What would let a load balancer hand it on: a listener on the port called, or what lets the load balancer's own call
/// to a target pass.
std::vector<Candidate> passBalancers(const Situation& situation, const Step& step);

/// What would let it pass the first thing on its way that stops it or that cannot be told, by stage: each has to be
/// passed, so the order in which they are taken on does not matter. Nothing where nothing can be done about any.
std::vector<Candidate> passFirstStop(const Situation& situation);

}  // namespace gw
