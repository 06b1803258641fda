#include <map>

#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Why AWS refuses the route; empty where it takes it.
std::string faultOf(const Facts& facts, const TransitGatewayRouteTable& table, const TransitGatewayRoute& route) {
    if (!route.attachment) return route.blackhole ? "" : "to nowhere";
    const TransitGatewayAttachment* attachment = find(facts.design(), route.attachment);
    if (!attachment || attachment->transitGateway == table.transitGateway) return {};
    return "to " + facts.name(route.attachment) + " of " + facts.name(attachment->transitGateway);
}

void lookAt(const Facts& facts, const TransitGatewayRouteTable& table, std::vector<Finding>& found) {
    const auto report = [&](std::size_t number, const std::string& before, const std::string& behind) {
        const std::string name = facts.name(table.id);
        const std::string destination = table.routes[number].destination.text();
        found.push_back({table.id,
                         name + before + destination + behind + ".",
                         Severity::Error,
                         {reviewedFix("Remove the route for " + destination + " from " + name,
                                      edits::removeTableRow(table.id, "routes", number))}});
    };
    std::map<Cidr, std::size_t> first;
    for (std::size_t number = 0; number < table.routes.size(); ++number) {
        const TransitGatewayRoute& route = table.routes[number];
        if (!first.try_emplace(route.destination.canonical(), number).second)
            report(number, " has two routes for ", {});
        else if (const std::string fault = faultOf(facts, table, route); !fault.empty())
            report(number, " leads ", " " + fault);
    }
}

}  // namespace

extern const Rule transitGatewayRouteRefused = {
    .code = "RTE039",
    .name = "transit-gateway-route-refused",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A static route of a transit gateway leads to one attachment, or into a blackhole",
    .why =
        "AWS takes one static route for each destination. It names an attachment of the same transit gateway or is a "
        "blackhole: neither is refused.",
    .howToFix = "Give the route the attachment that is meant, or remove it.",
    .source = "Amazon EC2 API, CreateTransitGatewayRoute (F-269)",
    .check = each<&Design::transitGatewayRouteTables, lookAt>(),
};

}  // namespace gw::rules
