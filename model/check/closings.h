#pragma once
#include <optional>
#include <vector>

#include "model/check/rule.h"

/// What closes a way that is to be closed.
namespace gw {

/// Up to three ways to block a flow that is meant to be blocked and gets through, the least first: a rule taken out of
/// a security group, the resource kept to the endpoints of those who need it, a denial in the role that signs. Each
/// blocks it by itself, and by it no flow fares worse, and no workload loses what its companion sets ask for; none
/// where nothing does.
std::vector<Fix> closingFixes(const Facts& facts, const FlowFacts& flow);

/// Denies the actions to whoever comes by another way than the endpoints of the flows that need the resource; AWS
/// services are excepted. None where no such flow comes through an endpoint, where AWS takes no policy there, or where
/// some flow would fare worse.
std::optional<Fix> keptToEndpoints(const Facts& facts, const ServiceResource& resource,
                                   const std::vector<std::string>& actions);

}  // namespace gw
