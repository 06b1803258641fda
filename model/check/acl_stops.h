#pragma once
#include <string>
#include <vector>

#include "model/check/rule.h"
#include "model/repair/acl_openings.h"

/// Network ACLs that stop what is wanted: what the four rules about them share. That an ACL stops a flow is for its
/// trace to say; here follows which entries would let it pass.
namespace gw {

/// Where on the way of a flow an ACL stops it.
enum class AclPlace : std::uint8_t {
    Request,   ///< the call, at the caller's or the target workload's subnet
    Reply,     ///< the answer, which an ACL must let pass by entries of its own (FACTS F-251)
    Endpoint,  ///< either, at a subnet of the endpoint
    Gateway,   ///< either, at the caller's subnet on the way to a gateway endpoint
};

/// One ACL and the flows it stops at one kind of place.
struct AclStop {
    const NetworkAcl* acl = nullptr;
    std::vector<const Flow*> flows{};
    std::vector<AclOpening> openings{};
    /// It lets replies to some ports or addresses pass: calls fail now and then.
    bool isPartial = false;
};

/// Sorted by ACL.
std::vector<AclStop> aclStops(const Facts& facts, AclPlace place);

/// What takes ports of 1024-65535 for a call whatever its system, and gets its replies through the ACL: the NAT gateway
/// on the way, or a caller that is a function or load balancer (FACTS F-263). Empty where neither is so.
AnyId remapperAt(const Facts& facts, const NetworkAcl& acl, const Flow& flow, const Trace& trace);

/// "payment", or "payment and 2 more": who is stopped.
std::string callersOf(const Facts& facts, const AclStop& stop);

/// Adds the missing entries before all that would deny them.
std::vector<Fix> openingsFor(const Facts& facts, const AclStop& stop);

}  // namespace gw
