#pragma once
#include <string_view>
#include <vector>

#include "model/policy/lint/policy_check.h"

namespace gw {

/// Everything that all checks find in the policy, in the order of the text. Takes any text: what is no policy is what
/// is found then.
std::vector<PolicyFinding> lintPolicy(std::string_view text, const PolicyPlace& place);

/// The type that a policy has by its looks: trust where it lets somebody assume a role and names no resource, resource
/// where it names principals, identity otherwise. An endpoint policy, SCP or RCP cannot be told by its looks.
PolicyType likelyTypeOf(std::string_view text);

}  // namespace gw
