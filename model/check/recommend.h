#pragma once
#include <string>

#include "model/check/facts.h"
#include "model/check/rule.h"
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
/// With all that the design knows to call the endpoint, by flows or by companion sets.
Edit ownGroupFor(const Facts& facts, const Endpoint& endpoint, std::span<const Workload* const> callers);
/// As admission() of the repair room; who else uses the endpoint is let in as well where it gets a group of its own.
Edit admission(const Facts& facts, const Endpoint& endpoint, std::span<const Workload* const> callers);
/// The endpoint that AWS recommends, as Facts know it.
inline std::optional<Recommendation> recommendedEndpoint(const Facts& facts, const Id<Vpc>& vpc,
                                                         std::string_view service) {
    const Recommendation* found = facts.recommended(vpc, service);
    return found ? std::optional(*found) : std::nullopt;
}
/// What would serve the call from the VPC to the resource; nullptr where nothing is recommended, where the resource
/// stands in another Region, and where private DNS would not cover the name that the call uses.
inline const Recommendation* endpointFor(const Facts& facts, const Flow& call, const Vpc& vpc,
                                         const ServiceResource& resource) {
    const std::string_view there = facts.network().regionOf(resource);
    if (!there.empty() && there != facts.network().regionOf(vpc)) return nullptr;
    const Recommendation* found = facts.recommended(vpc.id, resource.service);
    const bool isCovered = call.hostStyle == HostStyle::Regional || call.hostStyle == HostStyle::DualStack;
    return found && (isCovered || found->endpoint.type == EndpointType::Gateway) ? found : nullptr;
}

/// Adds the endpoint. What turns DNS of the whole VPC on with it is looked at first.
inline Fix fixOf(const Recommendation& advice) {
    return advice.turnsVpcDnsOn ? reviewedFix(advice.label, advice.edit) : safeFix(advice.label, advice.edit);
}

inline std::vector<Id<Subnet>> subnetsForEndpoint(const Facts& facts, const Id<Vpc>& vpc,
                                                  std::span<const Workload* const> callers) {
    return subnetsForEndpoint(facts.network(), vpc, callers);
}
inline std::vector<Id<RouteTable>> routeTablesOf(const Facts& facts, std::span<const Workload* const> callers) {
    return routeTablesOf(facts.network(), callers);
}

}  // namespace gw
