#pragma once
#include <vector>

#include "model/check/facts.h"
#include "model/repair/least_privilege.h"

/// What flows ask of policies.
namespace gw {

/// What the flow asks for, an entry for each of its actions.
std::vector<PolicyNeed> policyNeedsOf(const FlowFacts& flow);

}  // namespace gw
