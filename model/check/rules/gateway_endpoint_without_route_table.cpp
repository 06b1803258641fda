#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.type != EndpointType::Gateway || !endpoint.routeTables.empty()) return;
    const auto needs = needsOf(facts, endpoint);
    const std::string name = facts.name(endpoint.id);
    Finding finding{endpoint.id, name + " has no route table: nothing takes it.",
                    needs.empty() ? Severity::Warning : Severity::Error};
    Endpoint after = endpoint;
    after.routeTables = routeTablesOf(facts, callersOf(facts.design(), needs));
    if (needs.empty())
        for (const RouteTable* table : facts.network().routeTablesOf(endpoint.vpc))
            after.routeTables.push_back(table->id);
    if (!after.routeTables.empty()) {
        std::vector<std::string> names;
        for (const auto& table : after.routeTables) names.push_back(facts.name(table));
        finding.fixes.push_back(safeFix("Associate " + listOf(names) + " with " + name, edits::setEndpoint(after)));
    }
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule gatewayEndpointWithoutRouteTable = {
    .code = "RTE016",
    .name = "gateway-endpoint-without-route-table",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A gateway endpoint is associated with a route table",
    .why = "A gateway endpoint works by a route alone. Without a route table no packet takes it.",
    .howToFix = "Associate the route tables of the subnets that use the service.",
    .source = "AWS PrivateLink Guide, Gateway endpoints, Routing (F-099)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
