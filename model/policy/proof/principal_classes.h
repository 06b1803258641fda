#pragma once
#include <string>
#include <vector>

#include "model/policy/policy.h"
#include "model/policy/request_principal.h"

namespace gw {

/// Principals of which each stands for all that no statement of the policies can tell from it: of every account that is
/// named and of one that is not, users, roles and sessions, named and not; services, providers, and nobody. `accounts`:
/// further accounts to have principals of. Root users and service-linked roles come last; the best example is first.
std::vector<RequestPrincipal> principalClassesOf(const std::vector<const IamPolicy*>& policies,
                                                 const std::vector<std::string>& accounts);

/// An account that stands in none of the policies and is none of `accounts`.
std::string unnamedAccount(const std::vector<const IamPolicy*>& policies, const std::vector<std::string>& accounts);

}  // namespace gw
