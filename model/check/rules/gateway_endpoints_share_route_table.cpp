#include <map>

#include "model/catalog/catalog.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

Fix takeOut(const Facts& facts, const Endpoint& endpoint, const RouteTable& table) {
    const std::string name = facts.name(endpoint.id);
    Endpoint after = endpoint;
    std::erase(after.routeTables, table.id);
    // Without a table nothing takes the endpoint.
    if (after.routeTables.empty()) return reviewedFix("Remove " + name, edits::removeThings({endpoint.id.value}));
    return reviewedFix("Take " + facts.name(table.id) + " from " + name, edits::setEndpoint(after));
}

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    std::map<std::string_view, const Endpoint*> first;
    for (const Endpoint* endpoint : facts.network().gatewayEndpointsOf(table)) {
        const auto [at, isFirst] = first.emplace(endpoint->service, endpoint);
        if (isFirst) continue;
        found.push_back({table.id,
                         facts.name(table.id) + " has two endpoints for " + titleOf(endpoint->service) + ": " +
                             facts.name(at->second->id) + " and " + facts.name(endpoint->id) + ".",
                         Severity::Error,
                         {takeOut(facts, *endpoint, table)}});
    }
}

}  // namespace

extern const Rule gatewayEndpointsShareRouteTable = {
    .code = "VPE004",
    .name = "gateway-endpoints-share-route-table",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A route table has one gateway endpoint for a service",
    .why =
        "A gateway endpoint adds a route for the service's prefix list, and a table holds one route to a destination: "
        "AWS refuses the second endpoint.",
    .howToFix = "Keep one of the endpoints in the table.",
    .source = "AWS PrivateLink Guide, Gateway endpoints, Routing (F-100)",
    .check = each<&Design::routeTables, lookAt>(),
};

}  // namespace gw::rules
