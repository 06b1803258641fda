#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "model/check/facts.h"

/// Which declared calls a security group filters: for rules that say which of its rules are needed.
namespace gw {

/// One call as a security group sees it.
struct GroupCall {
    AnyId from{};
    AnyId to{};  ///< the target; for a call through an interface endpoint that endpoint
    Protocol protocol = Protocol::tcp();
    PortRange ports{};
    /// nullptr for the requests of a load balancer to its targets, and for calls that companion sets ask for.
    const Flow* flow = nullptr;
    /// What happens to it; nullptr for requests of a load balancer.
    const Trace* trace = nullptr;
};

/// The wanted calls of a design by the groups of their two ends, found in one walk. Points into the facts.
class GroupCalls {
public:
    explicit GroupCalls(const Facts& facts);

    /// Calls to whatever carries the group: workloads, load balancers, interface endpoints.
    const std::vector<GroupCall>& into(const SecurityGroup& group) const { return of(into_, group); }
    /// Calls of whatever carries the group.
    const std::vector<GroupCall>& outOf(const SecurityGroup& group) const { return of(outOf_, group); }

private:
    using ByGroup = std::unordered_map<std::string, std::vector<GroupCall>>;
    static const std::vector<GroupCall>& of(const ByGroup& calls, const SecurityGroup& group);
    void add(const Facts& facts, const GroupCall& call);

    ByGroup into_;
    ByGroup outOf_;
};

/// The groups of a workload, load balancer or endpoint as it runs; none for all else.
std::vector<const SecurityGroup*> groupsOfThing(const Facts& facts, const AnyId& thing);

/// "443/tcp of sg-app", as people read a rule of either direction: its ports, protocol and peer.
std::string textOf(const Facts& facts, const SecurityGroupRule& rule);
/// The peer alone: a block, or the name of a group or prefix list.
std::string peerOf(const Facts& facts, const SecurityGroupRule& rule);

}  // namespace gw
