#pragma once
#include <string>
#include <vector>

#include "model/reach/dns.h"
#include "model/reach/filters.h"

namespace gw {

/// How a branch leaves the caller's subnet.
enum class Road : std::uint8_t { None, GatewayEndpoint, Interface, Internet, OnPremises };

/// A thing that the call passes.
struct Waypoint {
    std::string_view id{};
    std::string_view name{};
    friend bool operator==(const Waypoint&, const Waypoint&) = default;
};

/// One way of the call: from one network interface of the caller to one answer.
struct Branch {
    std::string_view from{};  ///< name of the subnet it starts in; empty outside every VPC
    std::string_view to{};    ///< name of the subnet it ends in; empty outside every VPC
    const Endpoint* endpoint = nullptr;
    Road road = Road::None;
    std::vector<Ruling> rulings{};
    std::vector<Waypoint> via{};  ///< gateways and endpoints passed, in order
    PacketSet packets{};          ///< every packet of the call
    PacketSet passed{};           ///< those that no stage stops
    bool partly = false;          ///< a stage behind a NAT gateway stops some of them
    /// Under which the call arrives, for aws:VpcSourceIp and aws:SourceIp: an address, or the block that it is of;
    /// empty where the design does not say it.
    std::string privateAddress{};
    std::string publicAddress{};
    /// Where gateways translate the call: the addresses of which it then carries one. None where it keeps the caller's.
    std::vector<std::string> translatedPrivately{};
    std::vector<std::string> translatedPublicly{};
    /// The private addresses that the last of them gives it.
    std::vector<Span> translatedTo{};

    void add(Ruling ruling);
    bool isBlocked() const { return passed.empty(); }
    bool isPartial() const { return !isBlocked() && (partly || !passed.contains(packets)); }
    bool isUnknown() const;
};

/// Whether packets to all addresses of the end go out to the internet, or to AWS's public services.
bool isPublic(const End& end, IpFamily family);

/// The ways from a network interface in a VPC to the answer: one, or several where routes part. All stages are asked,
/// also behind one that blocks.
std::vector<Branch> waysFrom(const Network& network, const Call& call, const End& source, const Answer& target);

/// The ways from an on-premises network into a VPC: one by each line that leads there; where none does, what stops
/// each. Empty where the network has no line at all.
std::vector<Branch> waysFromOnPremises(const Network& network, const Call& call, const End& source,
                                       const OnPremisesNetwork& onPremises, const Answer& target);

/// The way from outside every VPC to a network interface with a public address, through the internet gateway.
Branch wayIn(const Network& network, const Call& call, const End& source, const Answer& target);

/// The way from the caller, outside every VPC, to public addresses of a service: no network of the design is passed.
Branch wayOutside(const Call& call, const End& source, const Answer& target);

}  // namespace gw
