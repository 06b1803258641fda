#pragma once
#include <vector>

#include "model/reach/ruling.h"

namespace gw {

enum class NextHop : std::uint8_t {
    Local,
    GatewayEndpoint,
    Nat,
    InternetGateway,
    EgressOnlyGateway,
    Peering,
    TransitGateway,
    VpnGateway,
    Appliance,  ///< a Gateway Load Balancer endpoint
    Instance,
    Blackhole,
    None,
    NotKnown,       ///< depends on addresses that the design does not say
    TableNotKnown,  ///< depends on which of several tables is the subnet's
};

/// Where the route table of a subnet sends packets for a target.
struct RouteChoice {
    NextHop next = NextHop::None;
    const RouteTable* table = nullptr;
    const Route* route = nullptr;  ///< nullptr for what is implied: local routes and those of gateway endpoints
    std::string_view gateway{};    ///< id of the next hop; empty for local routes and where there is none
    std::string_view gatewayName{};
    const Endpoint* endpoint = nullptr;  ///< the gateway endpoint taken
    /// A gateway endpoint of the VPC for the same service that is not taken, and why: GwepNotAssociated, GwepRegion,
    /// VpceState, or RouteOtherMoreSpecific where another route wins.
    const Endpoint* missed = nullptr;
    Code missedWhy = Code::GwepNotAssociated;
    /// Where the table is not known: another one that may be it.
    const RouteTable* orTable = nullptr;
    /// The part of the target's addresses that goes this way; empty stands for all.
    std::vector<Span> part{};
};

/// By AWS's priorities: longest prefix; then local, static blocks, prefix lists (those of gateway endpoints among
/// them), propagated routes (FACTS F-101, F-102, F-104). More than one choice where parts of the target go different
/// ways.
std::vector<RouteChoice> routesTo(const Network& network, const Subnet& from, const End& target, IpFamily family);

/// The same for what comes in through an internet gateway or virtual private gateway: by the table associated with it
/// (FACTS F-235), else by the local routes of its VPC alone.
std::vector<RouteChoice> routesInto(const Network& network, const Vpc& vpc, std::string_view gateway, const End& target,
                                    IpFamily family);

/// The step at stage Route for one choice.
Ruling judgeRoute(const RouteChoice& choice, const Subnet& from, const End& source, const End& target);

}  // namespace gw
