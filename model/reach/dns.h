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
};

/// Who asks: the VPC it stands in, or nullptr outside every VPC.
struct Asker {
    std::string_view id{};
    std::string_view name{};
    const Vpc* vpc = nullptr;
};

/// What the flow's name leads to (FACTS section 3): Resolver rules and private hosted zones by the longest domain,
/// private DNS of interface endpoints, then public DNS.
Resolution resolveService(const Network& network, const Asker& asker, const Flow& flow, const ServiceResource& target,
                          IpFamily family);

/// Endpoints of the asker's VPC to an endpoint service or resource configuration of the design.
Resolution resolveProvider(const Network& network, const Asker& asker, const Flow& flow, IpFamily family);

/// The network interfaces of the endpoint as answers.
std::vector<Answer> answersOf(const Network& network, const Endpoint& endpoint, IpFamily family);

}  // namespace gw
