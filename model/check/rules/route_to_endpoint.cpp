#include <algorithm>

#include "model/check/routes.h"
#include "model/check/rule.h"
#include "model/design/text_form.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// AWS writes the route itself where the table is associated with the gateway endpoint: what was meant.
Fix fixOf(const Facts& facts, const RouteTable& table, const Route& route, const Endpoint& endpoint) {
    const std::string name = facts.name(table.id);
    const bool isMissing = endpoint.type == EndpointType::Gateway && endpoint.vpc == table.vpc &&
                           !std::ranges::count(endpoint.routeTables, table.id);
    if (isMissing)
        return reviewedFix(
            "Associate " + name + " with " + facts.name(endpoint.id),
            inOrder({}, {edits::removeRoute(table.id, route), edits::associateRouteTable(endpoint.id, table.id)}));
    return reviewedFix("Remove " + nameOf(facts, route.destination) + " from " + name,
                       edits::removeRoute(table.id, route));
}

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    for (const Route& route : table.routes) {
        const Endpoint* endpoint = find(facts.design(), Id<Endpoint>{route.target.value});
        if (!endpoint || endpoint->type == EndpointType::GatewayLoadBalancer) continue;
        found.push_back({table.id,
                         facts.name(table.id) + " leads " + nameOf(facts, route.destination) + " to " +
                             facts.name(endpoint->id) + ", an endpoint of type " + textOf(endpoint->type) + ".",
                         Severity::Error,
                         {fixOf(facts, table, route, *endpoint)}});
    }
}

}  // namespace

extern const Rule routeToEndpoint = {
    .code = "RTE032",
    .name = "route-to-endpoint",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Of endpoints only those of type GatewayLoadBalancer are targets of routes",
    .why =
        "AWS takes a Gateway Load Balancer endpoint as target of a route and no other. The routes of a gateway "
        "endpoint "
        "come and go with its associations; interface endpoints are reached by name and the local route.",
    .howToFix = "Associate the table with the gateway endpoint, or remove the route.",
    .source = "Amazon EC2 API, CreateRoute, VpcEndpointId (F-031, F-051)",
    .check = each<&Design::routeTables, lookAt>(),
};

}  // namespace gw::rules
