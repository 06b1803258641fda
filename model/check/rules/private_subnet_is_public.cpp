#include <algorithm>

#include "model/check/rule.h"
#include "model/design/text_form.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool leadsToInternetGateway(const Design& design, const RouteTable& table) {
    return std::ranges::any_of(table.routes, [&](const Route& route) {
        return find(design, Id<InternetGateway>{route.target.value}) != nullptr;
    });
}

/// Another table of the VPC without a way to an internet gateway: first one that subnets of the same intent use.
const RouteTable* privateTableFor(const Facts& facts, const Subnet& subnet) {
    const RouteTable* other = nullptr;
    for (const RouteTable* table : facts.network().routeTablesOf(subnet.vpc)) {
        if (leadsToInternetGateway(facts.design(), *table)) continue;
        const bool isUsedAlike = std::ranges::any_of(table->subnets, [&](const Id<Subnet>& id) {
            const Subnet* user = find(facts.design(), id);
            return user && user->intent == subnet.intent;
        });
        if (isUsedAlike) return table;
        if (!other) other = table;
    }
    return other;
}

void lookAt(const Facts& facts, const Subnet& subnet, std::vector<Finding>& found) {
    const bool isMeantPrivate = subnet.intent == SubnetIntent::Private || subnet.intent == SubnetIntent::Isolated;
    if (!isMeantPrivate || facts.network().exposureOf(subnet) != Exposure::Public) return;
    const RouteTable* table = facts.network().routeTableOf(subnet);
    const std::string name = facts.name(subnet.id);
    Finding finding{
        subnet.id,
        name + " is meant to be " + textOf(subnet.intent) + ", but " + facts.name(table->id) + " makes it public.",
        Severity::Warning};
    if (const RouteTable* other = privateTableFor(facts, subnet))
        finding.fixes.push_back(reviewedFix("Associate " + name + " with " + facts.name(other->id),
                                            edits::setRouteTable(subnet.id, other->id)));
    finding.fixes.push_back(
        reviewedFix("Say that " + name + " is public", edits::setSubnetIntent(subnet.id, SubnetIntent::Public)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule privateSubnetIsPublic = {
    .code = "NET029",
    .name = "private-subnet-is-public",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "Subnets meant to be private have no route to an internet gateway",
    .why =
        "Whether a subnet is public follows from its route table alone. With a route to an internet gateway, one "
        "public address "
        "and one open rule are all that is between its workloads and the internet.",
    .howToFix =
        "Associate the subnet with a table that has no route to an internet gateway; reach AWS services through VPC "
        "endpoints.",
    .source = "Amazon VPC User Guide, Subnets for your VPC (F-221)",
    .check = each<&Design::subnets, lookAt>(),
};

}  // namespace gw::rules
