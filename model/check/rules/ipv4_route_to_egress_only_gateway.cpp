#include <algorithm>

#include "model/check/routes.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

Finding about(const Facts& facts, const RouteTable& table, const Route& route) {
    const std::string destination = nameOf(facts, route.destination);
    const std::string name = facts.name(table.id);
    Finding finding{table.id,
                    name + " leads " + destination + " to " + facts.name(route.target) + ", which carries IPv6 alone.",
                    Severity::Error};
    finding.fixes.push_back(
        reviewedFix("Remove " + destination + " from " + name, edits::removeRoute(table.id, route)));
    const auto& gateways = facts.design().natGateways;
    const auto nat = std::ranges::find_if(gateways, [&](const NatGateway& each) {
        return each.vpc == table.vpc && each.connectivity == NatConnectivity::Public;
    });
    if (nat != gateways.end()) {
        Route after = route;
        after.target = nat->id;
        finding.fixes.push_back(reviewedFix("Lead " + destination + " of " + name + " to " + facts.name(nat->id),
                                            edits::replaceRoute(table.id, route, std::move(after))));
    }
    return finding;
}

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    const Design& design = facts.design();
    for (const Route& route : table.routes)
        if (find(design, Id<EgressOnlyGateway>{route.target.value}) &&
            familyOf(design, route.destination) == IpFamily::V4)
            found.push_back(about(facts, table, route));
}

}  // namespace

extern const Rule ipv4RouteToEgressOnlyGateway = {
    .code = "RTE011",
    .name = "ipv4-route-to-egress-only-gateway",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "An egress-only internet gateway is the target of IPv6 routes alone",
    .why = "AWS takes an egress-only internet gateway as target of IPv6 routes only.",
    .howToFix = "Lead IPv4 to a NAT gateway, or remove the route.",
    .source = "Amazon EC2 API, CreateRoute, EgressOnlyInternetGatewayId (F-231, F-272)",
    .check = each<&Design::routeTables, lookAt>(),
};

}  // namespace gw::rules
