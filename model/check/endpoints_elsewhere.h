#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/check/facts.h"

namespace gw {

/// Interface endpoints of other VPCs that a call could take by the endpoint's own name, although the service's name
/// does not lead there. Keeps a pointer to `facts`.
class EndpointsElsewhere {
public:
    explicit EndpointsElsewhere(const Facts& facts);

    /// The first one, in order of VPCs, by whose name the call from the VPC would be private; asks for a trace of such
    /// a call. nullptr where there is none.
    const Endpoint* endpointFor(const Flow& flow, const Vpc& vpc) const;

private:
    /// VPCs that peering connections or transit gateways join with the one.
    std::set<Id<Vpc>> joinedWith(const Id<Vpc>& vpc) const;

    const Facts* facts_;
    std::map<Id<Vpc>, std::set<Id<Vpc>>> peers_{};
    std::map<Id<Vpc>, std::set<std::string>> gatewaysOf_{};  ///< transit gateways a VPC is attached to
    std::map<std::string, std::set<Id<Vpc>>> attached_{};    ///< VPCs of a transit gateway
};

}  // namespace gw
