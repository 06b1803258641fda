#pragma once
#include <set>
#include <string>
#include <vector>

#include "model/design/design.h"
#include "tests/oracle/reach_oracle.h"

namespace gw::oracle {

struct Packet {
    IpAddress from{};
    IpAddress to{};
    int called = 443;
    int replyPort = 1024;
    std::string service{};  ///< the AWS service that `to` belongs to
    std::string region{};
};

/// A network interface: where it stands and what filters it.
struct Nic {
    const Subnet* subnet = nullptr;
    std::vector<Id<SecurityGroup>> groups{};
    bool defaultGroupNotDrawn = false;
    bool publicIp = false;
    bool filtered = true;  ///< false: no security group stands before it
};

/// What becomes of one packet and its reply, the filters at both ends aside.
struct Way {
    Fate fate = Fate::Blocked;
    bool seesOut = true;     ///< outbound rules see the target's groups
    bool seesIn = true;      ///< inbound rules see the caller's groups
    bool pastAclIn = false;  ///< a transit gateway stands in the target's subnet
    bool pastReplyIn = false;
    bool peered = false;  ///< over a peering connection within a Region
};

/// A design, and single packets in it: everything by looking through every row.
class World {
public:
    explicit World(const Design& design) : d_(design) {}

    std::set<Fate> fates(const Flow& flow);

private:
    std::string regionOf(const Id<Vpc>& vpc) const;
    bool portFits(const Protocol& protocol, const PortRange& ports, int port) const;
    Nic nicAt(const Subnet& subnet, std::vector<Id<SecurityGroup>> groups, bool publicIp) const;
    bool groupsPass(const Nic& own, const Nic* other, const Packet& packet, bool inbound, bool sees) const;
    bool aclPasses(const Subnet& subnet, const IpAddress& far, int port, bool outbound) const;
    std::vector<IpAddress> addressClasses(const Cidr& block) const;
    std::vector<IpAddress> publicClasses() const;
    std::vector<int> portClasses() const;
    const RouteTable* tableOf(const Subnet& subnet) const;
    /// Several tables name the subnet, or are main ones where none does.
    bool isTableInDoubt(const Subnet& subnet) const;

    /// Where the routes of the subnet send the packet: "local", a gateway's id, "" for nowhere, "endpoint" for a
    /// gateway endpoint, "?" where the oracle cannot tell.
    std::string nextOf(const Subnet& subnet, const Packet& packet, bool behindNat) const;
    Way route(const Subnet& subnet, bool publicIp, const Nic* target, const Packet& packet, int depth,
              bool behindNat) const;
    Way overNat(const NatGateway& nat, const Subnet& subnet, const Nic* target, const Packet& packet, int depth) const;
    Way overAppliance(const Endpoint& appliance, const Subnet& subnet, bool publicIp, const Nic* target,
                      const Packet& packet, int depth, bool behindNat) const;
    Way overPeering(const PeeringConnection& peering, const Subnet& subnet, const Nic* target,
                    const Packet& packet) const;
    Way overTransit(const TransitGateway& gateway, const TransitGatewayAttachment& from, const Subnet* subnet,
                    const Nic* target, const Packet& packet) const;
    const TransitGatewayAttachment* transitNext(const TransitGatewayAttachment& from, const IpAddress& to) const;
    const Subnet* doorIn(const TransitGatewayAttachment& attachment, const Subnet* zoneOf) const;
    std::vector<const Subnet*> landings(const TransitGatewayAttachment& attachment, const Subnet* from) const;
    Way fromOffice(const OnPremisesNetwork& office, const Nic& target, const Packet& packet) const;

    Fate whole(const Nic& source, const Nic* target, const Packet& packet) const;
    Fate wholeFromOffice(const OnPremisesNetwork& office, const Nic& target, const Packet& packet) const;
    bool privateName(const Endpoint& endpoint, const ServiceResource& resource, const Vpc& vpc) const;
    /// The endpoint that the flow's name leads the caller to; nullptr for public addresses. False where the oracle
    /// cannot tell.
    bool named(const Flow& flow, const ServiceResource& resource, const Vpc* vpc, const Endpoint*& endpoint,
               bool& noAnswer) const;
    bool serviceInRegion(const Endpoint& endpoint, const ServiceResource& resource, const std::string& region) const;
    void callers(const Workload& caller, std::vector<Nic>& sources) const;

    std::vector<Nic> nodesOf(const LoadBalancer& balancer) const;
    /// What becomes of a packet that has come to the node of a load balancer, or to an endpoint of its service.
    /// `source` is nullptr for callers outside every VPC.
    Fate handOn(const LoadBalancer& balancer, const Nic* source, const Nic& at, const Packet& packet,
                bool overEndpoint) const;
    Fate provide(const EndpointService& service, const Nic* source, const Nic& at, const Packet& packet) const;
    Fate toTarget(const LoadBalancer& balancer, const Nic& node, const Nic* source, const Nic& target,
                  const Packet& packet, int port, bool overEndpoint) const;
    /// From a node to a target that sees the caller's address in place of the node's.
    Fate wholeWithKeptAddress(const Nic& node, const Nic* source, const Nic& target, const Packet& packet,
                              const Packet& onward) const;
    bool sharesZone(const Subnet& a, const Subnet& b) const { return a.id == b.id || (a.zone && a.zone == b.zone); }

    const Design& d_;
};

}  // namespace gw::oracle
