#include "model/check/zones.h"

#include "model/check/recommend.h"

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

std::vector<Id<Subnet>> subnetsInFurtherZones(const Facts& facts, const Endpoint& endpoint,
                                              const std::vector<const Workload*>& callers) {
    const std::set<Id<AvailabilityZone>> own = zonesOf(facts.design(), endpoint.subnets);
    std::set<const NetworkAcl*> acls;
    for (const auto& id : endpoint.subnets)
        if (const Subnet* subnet = find(facts.design(), id)) acls.insert(facts.network().networkAclOf(*subnet));
    std::vector<Id<Subnet>> further;
    for (const auto& id : subnetsForEndpoint(facts, endpoint.vpc, callers))
        if (const Subnet* subnet = find(facts.design(), id);
            subnet && !own.contains(subnet->zone) && acls.contains(facts.network().networkAclOf(*subnet)))
            further.push_back(id);
    return further;
}

}  // namespace gw
