#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool isUsed(const Design& design, const NatGateway& nat) {
    return std::ranges::any_of(design.routeTables, [&](const RouteTable& table) {
        return std::ranges::any_of(table.routes,
                                   [&](const Route& route) { return route.target.value == nat.id.value; });
    });
}

/// Whether the table leads 0.0.0.0/0 to an internet gateway of the VPC.
bool leadsOut(const Design& design, const RouteTable& table) {
    return std::ranges::any_of(table.routes, [&](const Route& route) {
        const Cidr* block = std::get_if<Cidr>(&route.destination);
        const InternetGateway* gateway = find(design, Id<InternetGateway>{route.target.value});
        return block && block->isV4() && block->prefix() == 0 && gateway && gateway->vpc == table.vpc;
    });
}

bool holdsWorkloads(const Design& design, const Id<Subnet>& subnet) {
    return std::ranges::any_of(
        design.workloads, [&](const Workload& workload) { return std::ranges::count(workload.subnets, subnet) > 0; });
}

std::vector<Fix> fixesOf(const Facts& facts, const NatGateway& nat, const Subnet& subnet, const RouteTable* its) {
    std::vector<Fix> fixes;
    const std::string name = facts.name(subnet.id);
    // What else stands in the subnet would become public too.
    if (holdsWorkloads(facts.design(), subnet.id)) return fixes;
    for (const RouteTable* table : facts.network().routeTablesOf(subnet.vpc))
        if (leadsOut(facts.design(), *table)) {
            fixes.push_back(reviewedFix("Associate " + name + " with " + facts.name(table->id),
                                        edits::setRouteTable(subnet.id, table->id)));
            return fixes;
        }
    const bool isAlone = its && std::ranges::count(its->subnets, subnet.id) > 0 && its->subnets.size() == 1;
    for (const InternetGateway& gateway : facts.design().internetGateways)
        if (isAlone && gateway.vpc == nat.vpc) {
            fixes.push_back(reviewedFix("Route 0.0.0.0/0 of " + facts.name(its->id) + " to " + facts.name(gateway.id),
                                        edits::addRoute(its->id, {.destination = Cidr(), .target = gateway.id})));
            return fixes;
        }
    return fixes;
}

void lookAt(const Facts& facts, const NatGateway& nat, std::vector<Finding>& found) {
    const Subnet* subnet = find(facts.design(), nat.subnet);
    if (nat.connectivity != NatConnectivity::Public || nat.availability != NatAvailability::Zonal || !subnet ||
        !isUsed(facts.design(), nat))
        return;
    const RouteTable* table = facts.network().routeTableOf(*subnet);
    if (table && leadsOut(facts.design(), *table)) return;
    found.push_back({nat.id, facts.name(nat.id) + " has no way out: " + facts.name(subnet->id) + " is not public.",
                     Severity::Error, fixesOf(facts, nat, *subnet, table)});
}

}  // namespace

extern const Rule natWithoutExit = {
    .code = "RTE008",
    .name = "nat-without-exit",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A public NAT gateway stands in a subnet with a route to an internet gateway",
    .why =
        "The NAT gateway sends on what it takes by the routes of its own subnet: without one to an internet gateway "
        "all that private "
        "subnets send it ends there.",
    .howToFix = "Put it into a public subnet, or give its subnet a route for 0.0.0.0/0 to the internet gateway.",
    .source = "Amazon EC2 API, CreateNatGateway; AWS Lambda, Internet access for VPC functions (F-237)",
    .check = each<&Design::natGateways, lookAt>(),
};

}  // namespace gw::rules
