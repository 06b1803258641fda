#pragma once
#include <span>
#include <vector>

#include "model/policy/proof/proof_policy.h"
#include "model/policy/proof/request_space.h"

namespace gw {

/// What decides beside a resource's policy, as far as it decides how that policy must mean the caller to let him in: by
/// the name of its account, which leaves the rest to the account's own policies, by its role, or itself (F-309, F-310).
/// Policies that allow the same in every one of these allow the same beside whatever other policies there are.
struct ReachContext {
    /// Account: the caller's own policies allow everything, or it is of another account. Role: its own policies allow
    /// nothing. Direct: nor does the policy of its session.
    PrincipalReach least = PrincipalReach::Account;
    /// The caller has a permissions boundary, against which NotPrincipal with Deny spares nobody.
    bool limitedByBoundary = false;

    bool isUsual() const { return least == PrincipalReach::Account && !limitedByBoundary; }
};

/// Those that the policies tell apart, the usual one first.
std::vector<ReachContext> reachContextsOf(const RequestSpace& space, std::span<const SharedPolicy> policies);

/// Where a request of that context can lie; empty for anywhere. Without leave of its own account only a caller of the
/// resource's account gets in, and its root user needs none.
std::vector<RequestBox> callersIn(const RequestSpace& space, std::span<const SharedPolicy> policies,
                                  const ReachContext& context);

/// What a space must tell apart beside the policies for `callersIn` to be exact: resources by the accounts whose
/// principals the policies mean by more than themselves.
RequestDistinctions distinctionsOf(std::vector<SharedPolicy> policies);

}  // namespace gw
