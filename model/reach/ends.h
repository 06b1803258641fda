#pragma once
#include "model/reach/dns.h"

namespace gw {

/// What kind of thing stands at the end of a flow.
enum class EndPlace : std::uint8_t { InVpc, Outside, OnPremises, Provider, Service, Nothing };

/// The caller of a flow: its network interfaces, or its addresses outside every VPC.
struct Caller {
    EndPlace place = EndPlace::Nothing;
    std::string_view id{};
    std::string_view name{};
    const Vpc* vpc = nullptr;
    std::vector<NetworkInterface> interfaces{};
    std::optional<IpAddress> privateIp{};
    std::vector<std::string> elasticAddresses{};  ///< an empty text for one that the design does not say
    const OnPremisesNetwork* onPremises = nullptr;
    const Client* client = nullptr;

    /// One end for each of its network interfaces (or a single one outside) that has an address of the family.
    std::vector<End> ends(IpFamily family) const;
    /// The addresses of which calls from that end carry one, where nothing translates them: an address, the block that
    /// it is of, or an empty text where the design does not say it; for aws:SourceIp and aws:VpcSourceIp. Never none.
    std::vector<std::string> publicAddresses(const End& end, IpFamily family) const;
    std::vector<std::string> privateAddresses(const End& end, IpFamily family) const;
    /// Whether any of its network interfaces has an IPv6 address.
    bool hasIpv6() const;
};
/// The addresses of Elastic IPs: an empty text for one that the design does not say.
std::vector<std::string> addressesOf(const Design& design, const std::vector<Id<ElasticIp>>& ids);

Caller callerOf(const Network& network, const Flow& flow);

/// What a flow calls, where that is no AWS service.
struct Callee {
    EndPlace place = EndPlace::Nothing;
    std::string_view id{};
    std::string_view name{};
    /// Answers for a caller in this VPC (nullptr: outside); a load balancer that faces the internet has public
    /// addresses.
    std::vector<Answer> answers{};
    std::vector<PortRange> ports{};
};
Callee calleeOf(const Network& network, const Flow& flow, IpFamily family);

}  // namespace gw
