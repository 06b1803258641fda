#pragma once
#include <set>

#include "model/check/facts.h"

namespace gw {

/// Availability Zones of the subnets, as far as they name one.
std::set<Id<AvailabilityZone>> zonesOf(const Design& design, const std::vector<Id<Subnet>>& subnets);

/// Zones of all workloads together.
std::set<Id<AvailabilityZone>> zonesOf(const Design& design, const std::vector<const Workload*>& workloads);

}  // namespace gw
