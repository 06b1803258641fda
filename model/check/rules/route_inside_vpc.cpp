#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// The VPC's block in which the destination lies as a part; nullptr where it lies in none.
const Cidr* localBlockOf(const Vpc& vpc, const Cidr& destination) {
    for (const auto* blocks : {&vpc.cidrs, &vpc.ipv6Cidrs})
        for (const Cidr& block : *blocks)
            if (block.contains(destination) && block.prefix() < destination.prefix()) return &block;
    return nullptr;
}

/// Targets that AWS takes for such a route: NAT gateways, network interfaces, Gateway Load Balancer endpoints.
bool mayBeTarget(const Design& design, const Route& route) {
    const Endpoint* endpoint = find(design, Id<Endpoint>{route.target.value});
    return find(design, Id<NatGateway>{route.target.value}) || find(design, Id<Workload>{route.target.value}) ||
           (endpoint && endpoint->type == EndpointType::GatewayLoadBalancer);
}

const Cidr* blockOf(const Subnet& subnet, IpFamily family) {
    const auto& block = family == IpFamily::V4 ? subnet.cidr : subnet.ipv6Cidr;
    return block ? &*block : nullptr;
}

/// Blocks of whole subnets that share addresses with the destination.
std::vector<Cidr> subnetsAt(const Facts& facts, const Vpc& vpc, const Cidr& destination) {
    std::vector<Cidr> blocks;
    for (const Subnet* subnet : facts.network().subnetsOf(vpc.id))
        if (const Cidr* block = blockOf(*subnet, destination.family()); block && block->overlaps(destination))
            blocks.push_back(*block);
    return blocks;
}

std::vector<Fix> fixesFor(const Facts& facts, const RouteTable& table, const Route& route, const Cidr& destination,
                          const std::vector<Cidr>& subnets) {
    const std::string name = facts.name(table.id);
    std::vector<Fix> fixes;
    if (mayBeTarget(facts.design(), route) && subnets.size() == 1) {
        Route after = route;
        after.destination = subnets.front();
        fixes.push_back(
            reviewedFix("Route " + subnets.front().text() + " of " + name + " in place of " + destination.text(),
                        edits::replaceRoute(table.id, route, after)));
    }
    fixes.push_back(reviewedFix("Remove " + destination.text() + " from " + name, edits::removeRoute(table.id, route)));
    return fixes;
}

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    const Vpc* vpc = find(facts.design(), table.vpc);
    if (!vpc) return;
    for (const Route& route : table.routes) {
        const Cidr* destination = std::get_if<Cidr>(&route.destination);
        if (!destination || route.propagated || !route.target || !localBlockOf(*vpc, *destination)) continue;
        const std::vector<Cidr> subnets = subnetsAt(facts, *vpc, *destination);
        const bool isWholeSubnet = std::ranges::count(subnets, *destination) > 0;
        if (isWholeSubnet && mayBeTarget(facts.design(), route)) continue;
        found.push_back({table.id,
                         facts.name(table.id) + " routes " + destination->text() + ", a part of " +
                             facts.name(vpc->id) + ", to " + facts.name(route.target) + ".",
                         Severity::Error, fixesFor(facts, table, route, *destination, subnets)});
    }
}

}  // namespace

extern const Rule routeInsideVpc = {
    .code = "RTE006",
    .name = "route-inside-vpc",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A route inside the VPC's own blocks leads a whole subnet to a middlebox",
    .why =
        "AWS takes a route that is more specific than the local one only for the whole block of a subnet, and only to "
        "a NAT gateway, a network interface or a Gateway Load Balancer endpoint.",
    .howToFix = "Name the block of a subnet and such a target, or remove the route.",
    .source = "Amazon VPC User Guide, Route tables, Considerations (F-224, F-229)",
    .check = each<&Design::routeTables, lookAt>(),
};

}  // namespace gw::rules
