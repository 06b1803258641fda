#pragma once
#include <string>
#include <vector>

#include "model/reach/ruling.h"

namespace gw {

/// One address, or one set of equal addresses, that the caller may get for a name.
struct Answer {
    End end{};
    /// The endpoint whose network interface this is; nullptr for all else.
    const Endpoint* endpoint = nullptr;
};

/// What a name leads to for one caller.
struct Resolution {
    std::string host{};  ///< empty where the target is called by its address
    Ruling ruling{};
    /// Every answer the caller may get; also those it would get where the ruling is no pass.
    std::vector<Answer> answers{};
    /// The network interfaces of endpoints that could serve the call, but that the name does not lead to.
    std::vector<Answer> elsewhere{};
    std::string whyNotThere{};  ///< one sentence on the same
    bool notAvailable = false;  ///< the endpoint's state alone keeps the name from leading there
    std::string missing{};      ///< the fact that an Unknown ruling lacks
    /// The inbound Resolver endpoint that answers, to which the question must get; nullptr where none is asked.
    const ResolverEndpoint* asked = nullptr;
    const ResolverEndpoint* askedBy = nullptr;  ///< the outbound one that asks it; nullptr where the caller itself does
    /// The name has no IPv6 address: IPv6 callers get there over DNS64 and NAT64 alone.
    bool onlyIpv4 = false;
};

/// Who asks: the VPC it stands in, or nullptr outside every VPC.
struct Asker {
    std::string_view id{};
    std::string_view name{};
    const Vpc* vpc = nullptr;
    const OnPremisesNetwork* onPremises = nullptr;
};

/// What the flow's name leads to (FACTS section 3): Resolver rules and private hosted zones by the longest domain,
/// private DNS of interface endpoints, then public DNS. A DNS server whose address lies in a subnet of an inbound
/// Resolver endpoint is taken for that endpoint.
Resolution resolveService(const Network& network, const Asker& asker, const Flow& flow, const ServiceResource& target,
                          IpFamily family);

/// Endpoints of the asker's VPC to an endpoint service or resource configuration of the design.
Resolution resolveProvider(const Network& network, const Asker& asker, const Flow& flow, IpFamily family);

/// The network interfaces of the endpoint as answers, where it has addresses of the family.
std::vector<Answer> answersOf(const Network& network, const Endpoint& endpoint, IpFamily family);

/// Those that DNS tells: an endpoint may have addresses for which it gives no record (FACTS F-036).
std::vector<Answer> recordsOf(const Network& network, const Endpoint& endpoint, IpFamily family, HostStyle style);

}  // namespace gw
