#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

const InternetGateway* gatewayOf(const Design& design, const Id<Vpc>& vpc) {
    for (const InternetGateway& gateway : design.internetGateways)
        if (gateway.vpc == vpc) return &gateway;
    return nullptr;
}

/// Whether only subnets meant to be public would get the route.
bool isForPublicAlone(const Facts& facts, const RouteTable& table) {
    return std::ranges::all_of(facts.network().subnetsOf(table.vpc), [&](const Subnet* subnet) {
        return facts.network().routeTableOf(*subnet) != &table || subnet->intent == SubnetIntent::Public;
    });
}

void lookAt(const Facts& facts, const Subnet& subnet, std::vector<Finding>& found) {
    if (subnet.intent != SubnetIntent::Public || facts.network().exposureOf(subnet) == Exposure::Public) return;
    const std::string name = facts.name(subnet.id);
    Finding finding{subnet.id, name + " is meant to be public, but no route leads out.", Severity::Warning};
    const RouteTable* table = facts.network().routeTableOf(subnet);
    const InternetGateway* gateway = gatewayOf(facts.design(), subnet.vpc);
    if (table && gateway && isForPublicAlone(facts, *table))
        finding.fixes.push_back(
            reviewedFix("Route 0.0.0.0/0 of " + facts.name(table->id) + " to " + facts.name(gateway->id),
                        edits::addRoute(table->id, {.destination = Cidr(), .target = gateway->id})));
    finding.fixes.push_back(
        reviewedFix("Say that " + name + " is private", edits::setSubnetIntent(subnet.id, SubnetIntent::Private)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule publicSubnetIsNot = {
    .code = "NET030",
    .name = "public-subnet-is-not",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "Subnets meant to be public have a route to an internet gateway",
    .why =
        "Without the route nothing in the subnet reaches the internet or is reached from there, whatever addresses it "
        "has.",
    .howToFix =
        "Add a route for 0.0.0.0/0 to the VPC's internet gateway, or say that the subnet is meant to be private.",
    .source = "Amazon VPC User Guide, Enable internet access (F-221, F-224)",
    .check = each<&Design::subnets, lookAt>(),
};

}  // namespace gw::rules
