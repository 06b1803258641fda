#pragma once
#include <vector>

#include "model/reach/filters.h"
#include "model/reach/routes.h"

namespace gw {

/// What a gateway does with the packets that a route sends to it.
struct Onward {
    enum class To : std::uint8_t {
        Nowhere,   ///< they stop here
        Internet,  ///< they leave the VPC for public addresses
        Subnet,    ///< they go on by the route table of `subnet`, under the address of `source`
        OtherVpc,  ///< they arrive in the VPC of the target
        OnPremises,
    };
    To to = To::Nowhere;
    std::vector<Ruling> rulings{};
    /// The stages of the way back that belong to the gateway.
    std::vector<Ruling> replies{};
    const Subnet* subnet = nullptr;
    End source{};
    Crossing crossing = Crossing::Other;
    /// NAT64: from here on the call is IPv4, to the addresses that stood in the IPv6 ones.
    bool becomesIpv4 = false;
    /// The packets now carry another address than the caller's.
    bool translated = false;
    /// Subnets by which a transit gateway may hand the call into the target's VPC, and the replies into the caller's.
    std::vector<const Subnet*> landings{};
    std::vector<const Subnet*> replyLandings{};
    /// Where the packets keep the caller's address in a foreign VPC: the gateway by which replies must leave it.
    std::string_view backBy{};
    /// The public addresses of which the packets now carry one, for aws:SourceIp: an empty text for one that the design
    /// does not say. None where they keep the one they had.
    std::vector<std::string> publicAddresses{};
};

/// Whether the end stands for IPv4 addresses inside IPv6 ones: the well-known prefix 64:ff9b::/96 of DNS64.
bool isNat64(const End& end);

/// A NAT gateway: of this VPC, public with an Elastic IP and a way out, its subnet's network ACL (FACTS F-236 to
/// F-244).
Onward throughNat(const Network& network, const NatGateway& nat, const Call& call, const End& source,
                  const End& target);

/// An internet gateway or egress-only internet gateway (FACTS F-221, F-222, F-272).
Onward throughInternetGateway(const Network& network, const RouteChoice& choice, const Call& call, const End& source);

/// A peering connection: to addresses of the other VPC alone, with a route back (FACTS F-265, F-266).
Onward throughPeering(const Network& network, const PeeringConnection& peering, const Call& call, const End& source,
                      const End& target);

/// A transit gateway: attachments, its route tables and those of gateways peered with it, the network ACLs of its
/// subnets, and the route back (FACTS F-269 to F-271; https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html).
/// `from` is the attachment by which the call comes; nullptr where there is none.
Onward throughTransitGateway(const Network& network, const TransitGateway& gateway,
                             const TransitGatewayAttachment* from, const Call& call, const End& source,
                             const End& target, const PacketSet& packets);

/// The attachment of a VPC, or of a line, to the transit gateway; nullptr where there is none.
const TransitGatewayAttachment* attachmentOf(const Network& network, const TransitGateway& gateway,
                                             std::string_view resource);

/// A virtual private gateway: lines to the on-premises network.
Onward throughVpn(const Network& network, const VpnGateway& gateway, const Call& call, const End& source,
                  const End& target);

/// Whether the line tells of every one of these addresses of its far end (static routes, or by BGP all blocks).
bool tellsOf(const Network& network, const VpnConnection& line, const End& end, IpFamily family);

/// Whether the subnet's routes lead all addresses of `back` to the gateway. A way back never takes a gateway endpoint.
bool routesBack(const Network& network, const Subnet& from, const End& back, IpFamily family, std::string_view gateway);

/// What is drawn, but whose work does not follow from the design: appliances and instances that route. Behind a Gateway
/// Load Balancer endpoint the way goes on by the routes of the endpoint's own subnet (FACTS F-088).
Onward throughInstance(const Network& network, const RouteChoice& choice, const Call& call, const End& source,
                       const End& target, const PacketSet& packets);

}  // namespace gw
