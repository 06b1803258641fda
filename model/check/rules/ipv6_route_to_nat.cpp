#include <algorithm>

#include "model/check/routes.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// The Amazon DNS server names IPv4 hosts to IPv6 callers by addresses that a NAT gateway translates.
bool isTranslated(const Route& route) {
    const Cidr* block = std::get_if<Cidr>(&route.destination);
    return block && Cidr::literal("64:ff9b::/96").contains(*block);
}

Finding about(const Facts& facts, const RouteTable& table, const Route& route) {
    const std::string destination = nameOf(facts, route.destination);
    const std::string name = facts.name(table.id);
    Finding finding{table.id,
                    name + " leads " + destination + " to " + facts.name(route.target) + ", which carries IPv4 alone.",
                    Severity::Error};
    const auto& gateways = facts.design().egressOnlyGateways;
    if (const auto gateway = std::ranges::find(gateways, table.vpc, &EgressOnlyGateway::vpc);
        gateway != gateways.end()) {
        Route after = route;
        after.target = gateway->id;
        finding.fixes.push_back(reviewedFix("Lead " + destination + " of " + name + " to " + facts.name(gateway->id),
                                            edits::replaceRoute(table.id, route, std::move(after))));
    }
    finding.fixes.push_back(
        reviewedFix("Remove " + destination + " from " + name, edits::removeRoute(table.id, route)));
    return finding;
}

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    const Design& design = facts.design();
    for (const Route& route : table.routes)
        if (find(design, Id<NatGateway>{route.target.value}) && familyOf(design, route.destination) == IpFamily::V6 &&
            !isTranslated(route))
            found.push_back(about(facts, table, route));
}

}  // namespace

extern const Rule ipv6RouteToNat = {
    .code = "RTE010",
    .name = "ipv6-route-to-nat",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "No IPv6 destination but 64:ff9b::/96 is routed to a NAT gateway",
    .why =
        "A NAT gateway translates IPv4 alone. Of IPv6 it takes only 64:ff9b::/96, the addresses that DNS64 invents for "
        "IPv4 hosts.",
    .howToFix = "Lead IPv6 to an egress-only internet gateway; keep the NAT gateway for IPv4 and 64:ff9b::/96.",
    .source = "Amazon EC2 API, CreateRoute, NatGatewayId; Amazon VPC User Guide, DNS64 and NAT64 (F-231)",
    .check = each<&Design::routeTables, lookAt>(),
};

}  // namespace gw::rules
