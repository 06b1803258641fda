#pragma once
#include <set>

#include "model/check/facts.h"

namespace gw {

/// Availability Zones of the subnets, as far as they name one.
std::set<Id<AvailabilityZone>> zonesOf(const Design& design, const std::vector<Id<Subnet>>& subnets);

/// Zones of all workloads together.
std::set<Id<AvailabilityZone>> zonesOf(const Design& design, const std::vector<const Workload*>& workloads);

/// A subnet for the endpoint in each zone of the callers that has none yet. Left out are those behind a network ACL
/// that no interface of the endpoint is behind: it may stop calls that work.
std::vector<Id<Subnet>> subnetsInFurtherZones(const Facts& facts, const Endpoint& endpoint,
                                              const std::vector<const Workload*>& callers);

}  // namespace gw
