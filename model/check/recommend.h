#pragma once
#include "model/check/facts.h"
#include "model/repair/recommend.h"

/// The recommendations of the repair room, asked with the facts of a rule.
namespace gw {

inline Edit letIn(const Facts& facts, const SecurityGroup& group, std::span<const Workload* const> callers,
                  std::span<const Id<Subnet>> subnets, std::string_view service) {
    return letIn(facts.network(), group, callers, subnets, service);
}
inline Edit letOutToPrefixList(const Facts& facts, std::span<const Workload* const> callers, std::string_view service) {
    return letOutToPrefixList(facts.network(), callers, service);
}
inline std::vector<const SecurityGroup*> groupsOf(const Facts& facts, const Workload& workload) {
    return groupsOf(facts.network(), workload);
}
inline std::optional<Edit> admission(const Facts& facts, const Endpoint& endpoint,
                                     std::span<const Workload* const> callers) {
    return admission(facts.network(), endpoint, callers);
}
/// Those whose companion sets ask for the service are let in as well.
inline std::optional<Recommendation> recommendedEndpoint(const Facts& facts, const Id<Vpc>& vpc,
                                                         std::string_view service) {
    std::vector<const Workload*> companions;
    for (const CompanionNeed& need : facts.companionNeeds()) {
        const Vpc* own = !need.flow && need.service == service ? facts.network().vpcOf(*need.workload) : nullptr;
        if (own && own->id == vpc) companions.push_back(need.workload);
    }
    return recommendedEndpoint(facts.network(), vpc, service, companions);
}
inline std::vector<Id<Subnet>> subnetsForEndpoint(const Facts& facts, const Id<Vpc>& vpc,
                                                  std::span<const Workload* const> callers) {
    return subnetsForEndpoint(facts.network(), vpc, callers);
}
inline std::vector<Id<RouteTable>> routeTablesOf(const Facts& facts, std::span<const Workload* const> callers) {
    return routeTablesOf(facts.network(), callers);
}

}  // namespace gw
