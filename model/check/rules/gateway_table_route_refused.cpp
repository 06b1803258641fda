#include <algorithm>

#include "model/check/routes.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

bool isWholeBlock(const Facts& facts, const RouteTable& table, const Cidr& block) {
    const Vpc* vpc = find(facts.design(), table.vpc);
    const auto isIt = [&](const Cidr& each) { return each.canonical() == block.canonical(); };
    if (vpc && (std::ranges::any_of(vpc->cidrs, isIt) || std::ranges::any_of(vpc->ipv6Cidrs, isIt))) return true;
    return std::ranges::any_of(facts.network().subnetsOf(table.vpc), [&](const Subnet* subnet) {
        return (subnet->cidr && isIt(*subnet->cidr)) || (subnet->ipv6Cidr && isIt(*subnet->ipv6Cidr));
    });
}

/// An interface, or a Gateway Load Balancer endpoint; a target that is missing is a finding of its own.
bool mayLeadTo(const Design& design, const RouteTarget& target) {
    const Endpoint* endpoint = find(design, Id<Endpoint>{target.value});
    return !target || find(design, Id<Workload>{target.value}) ||
           (endpoint && endpoint->type == EndpointType::GatewayLoadBalancer);
}

/// Why AWS refuses the route; empty where it takes it.
std::string faultOf(const Facts& facts, const RouteTable& table, const Route& route) {
    const Cidr* block = std::get_if<Cidr>(&route.destination);
    if (!block) return "routes by " + nameOf(facts, route.destination) + ", a prefix list";
    if (!isWholeBlock(facts, table, *block))
        return "routes " + block->text() + ", no whole block of " + facts.name(table.vpc) + " or of a subnet";
    if (!mayLeadTo(facts.design(), route.target))
        return "leads " + block->text() + " to " + facts.name(route.target) + ", no network interface";
    return {};
}

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    if (table.gateways.empty()) return;
    const std::string name = facts.name(table.id);
    const auto report = [&](const std::string& fault, const std::string& label, Edit edit) {
        found.push_back({table.id,
                         name + " of " + facts.name(table.gateways.front()) + " " + fault + ".",
                         Severity::Error,
                         {reviewedFix(label + name, std::move(edit))}});
    };
    if (table.isMain)
        report("is the main route table of " + facts.name(table.vpc), "Take the gateways off ",
               edits::setField(table.id, "gateways", {}));
    if (!table.propagatingGateways.empty())
        report("takes propagated routes", "Stop propagation to ", edits::setField(table.id, "propagatingGateways", {}));
    for (const Route& route : table.routes)
        if (const std::string fault = faultOf(facts, table, route); !fault.empty())
            report(fault, "Remove " + nameOf(facts, route.destination) + " from ", edits::removeRoute(table.id, route));
}

}  // namespace

extern const Rule gatewayTableRouteRefused = {
    .code = "RTE007",
    .name = "gateway-table-route-refused",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "The route table of a gateway sends whole blocks of its VPC through network interfaces",
    .why =
        "A table associated with an internet gateway or virtual private gateway may not be the main one, takes no "
        "propagated routes and no prefix lists, and routes only whole blocks of the VPC or of its subnets, to a "
        "network "
        "interface or Gateway Load Balancer endpoint. AWS refuses anything else.",
    .howToFix = "Remove the route, or associate the gateway with a table of its own.",
    .source = "Amazon VPC User Guide, Gateway route tables (F-226, F-235)",
    .check = each<&Design::routeTables, lookAt>(),
};

}  // namespace gw::rules
