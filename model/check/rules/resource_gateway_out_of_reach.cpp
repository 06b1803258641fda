#include <algorithm>

#include "model/check/rule.h"

namespace gw::rules {
namespace {

/// Zones of the subnets by the id that is the same in every account, else by row; empty where one has no zone.
std::vector<const AvailabilityZone*> zonesIn(const Design& design, const std::vector<Id<Subnet>>& subnets) {
    std::vector<const AvailabilityZone*> zones;
    for (const Id<Subnet>& id : subnets) {
        const Subnet* subnet = find(design, id);
        const AvailabilityZone* zone = subnet ? find(design, subnet->zone) : nullptr;
        if (!zone) return {};
        zones.push_back(zone);
    }
    return zones;
}

/// Zones of two Regions rows, as of two accounts, are told apart by AWS's ids alone (FACTS F-283).
bool maybeSame(const AvailabilityZone& a, const AvailabilityZone& b) {
    if (a.id == b.id) return true;
    if (a.zoneId.empty() || b.zoneId.empty()) return a.region != b.region;
    return a.zoneId == b.zoneId;
}

/// Why AWS does not make the endpoint to the gateway; empty where it does.
std::string faultOf(const Facts& facts, const Endpoint& endpoint, const ResourceGateway& gateway) {
    if (gateway.vpc == endpoint.vpc) return "stands in " + facts.name(endpoint.vpc) + " as well";
    const auto there = zonesIn(facts.design(), gateway.subnets);
    const auto here = zonesIn(facts.design(), endpoint.subnets);
    if (there.empty() || here.empty()) return {};
    const auto isThere = [&](const AvailabilityZone* zone) {
        return std::ranges::any_of(there, [&](const AvailabilityZone* other) { return maybeSame(*zone, *other); });
    };
    if (endpoint.type == EndpointType::Resource)
        return std::ranges::any_of(here, isThere) ? "" : "stands in no zone of " + facts.name(endpoint.id);
    const auto zone = std::ranges::find_if_not(here, isThere);
    return zone == here.end() ? "" : "does not stand in " + (*zone)->name;
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.type != EndpointType::Resource && endpoint.type != EndpointType::Tunnel) return;
    const auto* configuration = find(facts.design(), Id<ResourceConfiguration>{endpoint.target.value});
    const ResourceGateway* gateway = configuration ? find(facts.design(), configuration->resourceGateway) : nullptr;
    if (!gateway) return;
    if (const std::string fault = faultOf(facts, endpoint, *gateway); !fault.empty())
        found.push_back({endpoint.id,
                         facts.name(endpoint.id) + " leads to " + facts.name(gateway->id) + ", which " + fault + ".",
                         Severity::Error});
}

}  // namespace

extern const Rule resourceGatewayOutOfReach = {
    .code = "VPE033",
    .name = "resource-gateway-out-of-reach",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "The resource gateway of an endpoint stands in another VPC, in the same zones",
    .why =
        "VPC Lattice makes no resource endpoint to a resource gateway of the same VPC, nor to one that shares no zone "
        "with it. A tunnel endpoint stands in zones of the resource gateway alone.",
    .howToFix =
        "Give the resource gateway a subnet in a zone of the endpoint; in its own VPC reach the resource itself.",
    .source = "AWS PrivateLink Guide, Access resources, Access CIDR ranges (F-062, F-063, F-064)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
