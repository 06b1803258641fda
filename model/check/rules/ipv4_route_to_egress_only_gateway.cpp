#include "model/check/routes.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    const Design& design = facts.design();
    for (const Route& route : table.routes) {
        const EgressOnlyGateway* gateway = find(design, Id<EgressOnlyGateway>{route.target.value});
        if (!gateway || familyOf(design, route.destination) != IpFamily::V4) continue;
        const std::string destination = nameOf(facts, route.destination);
        const std::string name = facts.name(table.id);
        Finding finding{
            table.id, name + " leads " + destination + " to " + facts.name(gateway->id) + ", which carries IPv6 alone.",
            Severity::Error};
        finding.fixes.push_back(
            reviewedFix("Remove " + destination + " from " + name, edits::removeRoute(table.id, route)));
        for (const NatGateway& nat : design.natGateways) {
            if (nat.vpc != table.vpc || nat.connectivity != NatConnectivity::Public) continue;
            Route after = route;
            after.target = nat.id;
            finding.fixes.push_back(reviewedFix("Lead " + destination + " of " + name + " to " + facts.name(nat.id),
                                                edits::replaceRoute(table.id, route, std::move(after))));
            break;
        }
        found.push_back(std::move(finding));
    }
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
