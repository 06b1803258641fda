#pragma once
#include <vector>

#include "model/policy/proof/counter_example.h"

namespace gw {

/// How one policy is put into a request so that it alone decides: every other policy that AWS would ask allows
/// everything.
enum class ProofPlace : std::uint8_t {
    /// The caller's own policy, in the resource's account.
    Identity,
    /// The same, where the resource's policy leaves it to the account (keys, roles).
    DelegatedIdentity,
    /// A service control policy above a caller who may do everything.
    ServiceControl,
    /// The policy of a resource that a caller of another account asks for, who may do everything.
    Resource,
    /// The policy of a resource in the caller's own account.
    OwnResource,
    /// The same, beside no policy of the caller's that allows anything.
    OwnResourceAlone,
    /// The policy of an endpoint on the way.
    Endpoint,
    /// A resource control policy above a resource that everybody may ask for; beside RCPFullAWSAccess as always
    /// (F-305).
    ResourceControl
};

/// Where the policy can stand, by what it may hold; the usual place first. `beside`: it stands beside a policy that
/// allows everything, so that what it does not deny is allowed.
std::vector<ProofPlace> placesOf(const ProofPolicy& policy, bool beside);

/// The request with the policy in its place. What the policy does not ask of the principal may be changed to fit: the
/// caller of an identity policy is one of the resource's account.
CounterExample placed(const RequestExample& request, const SharedPolicy& policy, ProofPlace place, bool beside);

}  // namespace gw
