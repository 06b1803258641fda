#include <algorithm>

#include "model/check/encounters.h"
#include "model/check/needs.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// The route of the table that leads back to something which the call has passed; nullptr where it shows none.
const Route* closingRoute(const Facts& facts, const RouteTable& table, const Encounter& met) {
    for (const Flow* flow : met.flows)
        for (const Route& route : table.routes)
            if (route.target && goesThrough(*facts.traceOf(flow->id), route.target)) return &route;
    return nullptr;
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const Encounter& met : encounters(facts, "ROUTE_LOOP")) {
        const RouteTable* table = find(facts.design(), Id<RouteTable>{met.subject.value});
        const Route* route = table ? closingRoute(facts, *table, met) : nullptr;
        if (!route) continue;
        const std::string name = facts.name(table->id);
        const Cidr* block = std::get_if<Cidr>(&route->destination);
        const std::string destination = block ? block->text() : facts.name(std::get<1>(route->destination));
        found.push_back(
            {table->id,
             name + " sends " + callersIn(facts, met.flows) + " back to " + facts.name(route->target) + ".",
             met.severity(),
             {reviewedFix("Remove " + destination + " from " + name, edits::removeRoute(table->id, *route))}});
    }
    return found;
}

}  // namespace

extern const Rule routingLoop = {
    .code = "RTE027",
    .name = "routing-loop",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "No call is sent in a circle",
    .why =
        "A gateway takes the packets by one route table and gets them back by the next: they go round until they are "
        "dropped, and no target ever sees them.",
    .howToFix = "Remove the route that leads back, or give it the target that is meant.",
    .source = "Batfish, disposition LOOP; analysis of routes (F-101)",
    .check = look,
};

}  // namespace gw::rules
