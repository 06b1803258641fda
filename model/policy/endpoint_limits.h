#pragma once
#include <vector>

#include "model/policy/read.h"

namespace gw {

/// What PrivateLink refuses in an endpoint policy beyond IAM's grammar (F-297, F-298): a wildcard or number where a
/// global key holds an id that AWS makes, fewer than six characters beside a wildcard of a string operator, an account
/// that is part number and part wildcard. In the order of the text.
std::vector<PolicyProblem> endpointLimitsBrokenBy(const IamPolicy& policy);

}  // namespace gw
