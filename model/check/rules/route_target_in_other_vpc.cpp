#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// A target that stands in one VPC, and one of the same kind in the VPC of the table.
struct Standing {
    Id<Vpc> vpc{};
    RouteTarget instead{};
};

template <class Row>
Standing standingOf(const Table<Row>& table, const Row& row, const Id<Vpc>& wanted) {
    for (const Row& other : table)
        if (other.vpc == wanted) return {row.vpc, other.id};
    return {row.vpc, {}};
}

Standing standingOf(const Facts& facts, const RouteTarget& target, const Id<Vpc>& wanted) {
    const Design& design = facts.design();
    if (const auto* row = find(design, Id<InternetGateway>{target.value}))
        return standingOf(design.internetGateways, *row, wanted);
    if (const auto* row = find(design, Id<EgressOnlyGateway>{target.value}))
        return standingOf(design.egressOnlyGateways, *row, wanted);
    if (const auto* row = find(design, Id<NatGateway>{target.value}))
        return standingOf(design.natGateways, *row, wanted);
    if (const auto* row = find(design, Id<VpnGateway>{target.value}))
        return standingOf(design.vpnGateways, *row, wanted);
    if (const auto* row = find(design, Id<Endpoint>{target.value})) return {row->vpc, {}};
    if (const auto* row = find(design, Id<Workload>{target.value}))
        if (const Vpc* vpc = facts.network().vpcOf(*row)) return {vpc->id, {}};
    return {};
}

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    for (const Route& route : table.routes) {
        const Standing standing = standingOf(facts, route.target, table.vpc);
        if (!standing.vpc || standing.vpc == table.vpc) continue;
        const std::string name = facts.name(table.id);
        Finding finding{table.id,
                        name + " of " + facts.name(table.vpc) + " leads to " + facts.name(route.target) + " of " +
                            facts.name(standing.vpc) + ".",
                        Severity::Warning};
        if (standing.instead) {
            Route after = route;
            after.target = standing.instead;
            finding.fixes.push_back(reviewedFix("Lead the route of " + name + " to " + facts.name(standing.instead),
                                                edits::replaceRoute(table.id, route, std::move(after))));
        }
        finding.fixes.push_back(reviewedFix("Remove the route from " + name, edits::removeRoute(table.id, route)));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule routeTargetInOtherVpc = {
    .code = "RTE005",
    .name = "route-target-in-other-vpc",
    .severity = Severity::Warning,
    .category = Category::Api,
    .title = "Routes lead to gateways of their own VPC",
    .why =
        "A route hands packets to a gateway, interface or endpoint of the same VPC. What stands in another VPC is "
        "reached over peering "
        "or a transit gateway, and their gateways cannot be borrowed.",
    .howToFix = "Lead the route to a gateway of its own VPC, or remove it.",
    .source = "Amazon VPC User Guide, Route tables (F-266); that the API refuses it is not verified",
    .check = each<&Design::routeTables, lookAt>(),
};

}  // namespace gw::rules
