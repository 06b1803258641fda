#pragma once
#include <map>
#include <string>
#include <utility>

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
/// The endpoint that AWS recommends for what the VPC needs of the service. Those whose companion sets ask for the
/// service are let in as well.
inline std::optional<Recommendation> recommendedEndpoint(const Facts& facts, const Id<Vpc>& vpc,
                                                         std::string_view service) {
    return recommendedEndpoint(facts.network(), vpc, service, facts.companionCallers(vpc, service));
}

/// The same, worked out once for each VPC and service: for rules that find many callers which one endpoint would serve.
class EndpointAdvice {
public:
    explicit EndpointAdvice(const Facts& facts) : facts_(facts) {}
    /// What would serve the call from the VPC to the resource; nullptr where nothing is recommended, where the resource
    /// stands in another Region, and where private DNS would not cover the name that the call uses.
    const Recommendation* of(const Flow& call, const Vpc& vpc, const ServiceResource& resource) & {
        const std::string_view there = facts_.network().regionOf(resource);
        if (!there.empty() && there != facts_.network().regionOf(vpc)) return nullptr;
        const Recommendation* found = of(vpc.id, resource.service);
        const bool isCovered = call.hostStyle == HostStyle::Regional || call.hostStyle == HostStyle::DualStack;
        return found && (isCovered || found->endpoint.type == EndpointType::Gateway) ? found : nullptr;
    }
    /// nullptr where nothing is recommended; valid as long as this.
    const Recommendation* of(const Id<Vpc>& vpc, std::string_view service) & {
        const auto [at, isNew] = known_.try_emplace({vpc, std::string(service)});
        if (isNew) at->second = recommendedEndpoint(facts_, vpc, service);
        return at->second ? &*at->second : nullptr;
    }

private:
    const Facts& facts_;
    std::map<std::pair<Id<Vpc>, std::string>, std::optional<Recommendation>> known_;
};

inline std::vector<Id<Subnet>> subnetsForEndpoint(const Facts& facts, const Id<Vpc>& vpc,
                                                  std::span<const Workload* const> callers) {
    return subnetsForEndpoint(facts.network(), vpc, callers);
}
inline std::vector<Id<RouteTable>> routeTablesOf(const Facts& facts, std::span<const Workload* const> callers) {
    return routeTablesOf(facts.network(), callers);
}

}  // namespace gw
