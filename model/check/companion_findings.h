#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/check/rule.h"

/// Companion sets for the rules that judge them: a finding for a workload, with every member it cannot reach.
namespace gw {

/// Members of the set that are not served. A declared call counts where its VPC has no way to the service at all; what
/// else stops it is for the rules about filters and names. `doing` says what the workload does, "pulls images from
/// ECR". A member that is reached over the internet is a warning where calls to others of the set must be private.
void companionFindings(const Facts& facts, const Workload& workload, std::string_view set, std::string_view doing,
                       std::vector<Finding>& found);

}  // namespace gw
