#include "model/check/zones.h"

namespace gw {

std::set<Id<AvailabilityZone>> zonesOf(const Design& design, const std::vector<Id<Subnet>>& subnets) {
    std::set<Id<AvailabilityZone>> zones;
    for (const auto& id : subnets)
        if (const Subnet* subnet = find(design, id); subnet && subnet->zone) zones.insert(subnet->zone);
    return zones;
}

std::set<Id<AvailabilityZone>> zonesOf(const Design& design, const std::vector<const Workload*>& workloads) {
    std::set<Id<AvailabilityZone>> zones;
    for (const Workload* workload : workloads) zones.merge(zonesOf(design, workload->subnets));
    return zones;
}

}  // namespace gw
