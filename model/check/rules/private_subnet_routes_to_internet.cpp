#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool isDefaultRoute(const Route& route) {
    const Cidr* block = std::get_if<Cidr>(&route.destination);
    return block && block->prefix() == 0;
}

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    std::vector<std::string> names;
    for (const Subnet* subnet : facts.network().subnetsOf(table.vpc))
        if ((subnet->intent == SubnetIntent::Private || subnet->intent == SubnetIntent::Isolated) &&
            facts.network().routeTableOf(*subnet) == &table)
            names.push_back(facts.name(subnet->id));
    if (names.empty()) return;
    for (const Route& route : table.routes) {
        const InternetGateway* gateway = find(facts.design(), Id<InternetGateway>{route.target.value});
        if (!gateway || !isDefaultRoute(route)) continue;
        Finding finding{table.id,
                        facts.name(table.id) + " routes " + listOf(names) + ", meant to be private, to " +
                            facts.name(gateway->id) + ".",
                        Severity::Warning};
        finding.fixes.push_back(
            reviewedFix("Take the route to " + facts.name(gateway->id) + " out of " + facts.name(table.id),
                        edits::removeRoute(table.id, route)));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule privateSubnetRoutesToInternet = {
    .code = "RTE013",
    .name = "private-subnet-routes-to-internet",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "A subnet that is meant to be private has no route to an internet gateway",
    .why =
        "A default route to an internet gateway makes the subnet public, whatever its name says: anything "
        "in it with a public address is on the internet.",
    .howToFix = "Take the route out, and reach AWS services through endpoints.",
    .source = "AWS Config rule no-unrestricted-route-to-igw; Amazon VPC User Guide, Subnet types (F-221)",
    .check = each<&Design::routeTables, lookAt>(),
};

}  // namespace gw::rules
