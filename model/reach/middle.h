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
    /// Where the packets keep the caller's address in a foreign VPC: the gateway by which replies must leave it.
    std::string_view backBy{};
    /// Address under which the packets arrive, for aws:SourceIp; empty where the design does not say it.
    std::string publicAddress{};
};

/// A NAT gateway: of this VPC, public with an Elastic IP and a way out, its subnet's network ACL (FACTS F-236 to
/// F-244).
Onward throughNat(const Network& network, const NatGateway& nat, const Call& call, const End& source,
                  const End& target);

/// An internet gateway or egress-only internet gateway (FACTS F-221, F-222, F-272).
Onward throughInternetGateway(const Network& network, const RouteChoice& choice, const Call& call, const End& source);

/// A peering connection: to addresses of the other VPC alone, with a route back (FACTS F-265, F-266).
Onward throughPeering(const Network& network, const PeeringConnection& peering, const Call& call, const End& source,
                      const End& target);

/// A transit gateway: attachments, its route tables, and the route back (FACTS F-269 to F-271).
Onward throughTransitGateway(const Network& network, const TransitGateway& gateway, const Call& call, const End& source,
                             const End& target);

/// A virtual private gateway: lines to the on-premises network.
Onward throughVpn(const Network& network, const VpnGateway& gateway, const End& source, const End& target);

/// Whether the subnet's routes lead all addresses of `back` to the gateway. A way back never takes a gateway endpoint.
bool routesBack(const Network& network, const Subnet& from, const End& back, IpFamily family, std::string_view gateway);

/// What is drawn, but whose work does not follow from the design: appliances and instances that route.
Onward throughInstance(const Network& network, const RouteChoice& choice);

}  // namespace gw
