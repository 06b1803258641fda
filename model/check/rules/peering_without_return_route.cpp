#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// One direction of a peering connection: whether subnets of `vpc` have a route to the other VPC through it.
bool leadsOver(const PeeringConnection& peering, const RouteTable& table) {
    return std::ranges::any_of(table.routes,
                               [&](const Route& route) { return route.target.value == peering.id.value; });
}

/// Tables that route for subnets of the VPC, or for none yet where it has no other.
std::vector<const RouteTable*> usedTables(const Facts& facts, const Vpc& vpc) {
    std::vector<const RouteTable*> tables;
    for (const Subnet* subnet : facts.network().subnetsOf(vpc.id))
        if (const RouteTable* table = facts.network().routeTableOf(*subnet);
            table && !std::ranges::count(tables, table))
            tables.push_back(table);
    return tables;
}

/// Whether some flow between the two VPCs is wanted and stops for want of the way back.
bool stopsSomething(const Facts& facts, const PeeringConnection& peering) {
    return std::ranges::any_of(facts.traces(), [&](const Trace& trace) {
        return find(facts.design(), trace.flow)->intent != FlowIntent::Blocked &&
               std::ranges::any_of(trace.via, [&](const AnyId& id) { return id.value == peering.id.value; }) &&
               std::ranges::any_of(trace.blockers,
                                   [](const Blocker& blocker) { return blocker.code == "PCX_NO_RETURN"; });
    });
}

std::optional<Finding> lookAt(const Facts& facts, const PeeringConnection& peering, const Vpc& there, const Vpc& back) {
    const auto leads = [&](const RouteTable* table) { return leadsOver(peering, *table); };
    const std::vector<const RouteTable*> away = usedTables(facts, there);
    const std::vector<const RouteTable*> home = usedTables(facts, back);
    if (std::ranges::none_of(away, leads) || home.empty() || std::ranges::any_of(home, leads)) return {};
    Finding finding{peering.id,
                    facts.name(there.id) + " routes to " + facts.name(back.id) + ", which has no route back.",
                    stopsSomething(facts, peering) ? Severity::Error : Severity::Warning};
    std::vector<Edit> steps;
    for (const RouteTable* table : home)
        for (const Cidr& block : there.cidrs)
            steps.push_back(edits::addRoute(table->id, {.destination = block, .target = peering.id}));
    finding.fixes.push_back(reviewedFix("Route " + facts.name(back.id) + " back to " + facts.name(there.id),
                                        inOrder({}, std::move(steps))));
    return finding;
}

void lookAtEach(const Facts& facts, const PeeringConnection& peering, std::vector<Finding>& found) {
    const Vpc* requester = find(facts.design(), peering.requester);
    const Vpc* accepter = find(facts.design(), peering.accepter);
    if (!requester || !accepter) return;
    if (auto finding = lookAt(facts, peering, *requester, *accepter)) found.push_back(*std::move(finding));
    if (auto finding = lookAt(facts, peering, *accepter, *requester)) found.push_back(*std::move(finding));
}

}  // namespace

extern const Rule peeringWithoutReturnRoute = {
    .code = "RTE020",
    .name = "peering-without-return-route",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Both sides of a peering connection have routes to each other",
    .why =
        "Replies find their way by the routes of the other VPC: with a route on one side alone connections are never "
        "established.",
    .howToFix = "Add a route to the first VPC's blocks in the tables of the other.",
    .source = "Amazon VPC Peering Guide, VPC peering basics (F-265)",
    .check = each<&Design::peeringConnections, lookAtEach>(),
};

}  // namespace gw::rules
