#include <algorithm>
#include <array>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

constexpr auto reserved = std::to_array<std::string_view>({"169.254.168.0/22", "fd00:ec2::/32"});

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    for (const Route& route : table.routes) {
        const Cidr* block = std::get_if<Cidr>(&route.destination);
        if (!block) continue;
        const auto range = std::ranges::find_if(
            reserved, [&](std::string_view each) { return Cidr::literal(each).contains(block->canonical()); });
        if (range == reserved.end()) continue;
        const std::string name = facts.name(table.id);
        found.push_back(
            {table.id,
             name + " routes " + block->text() + ", a part of " + std::string(*range) + ".",
             Severity::Error,
             {reviewedFix("Remove " + block->text() + " from " + name, edits::removeRoute(table.id, route))}});
    }
}

}  // namespace

extern const Rule routeDestinationReserved = {
    .code = "RTE033",
    .name = "route-destination-reserved",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "No route leads to addresses that AWS keeps for its own services",
    .why =
        "AWS refuses routes for 169.254.168.0/22 and fd00:ec2::/32 and for parts of them: the Amazon DNS server, "
        "instance metadata and the time service answer there.",
    .howToFix = "Remove the route.",
    .source = "Amazon VPC User Guide, Route tables (F-230)",
    .check = each<&Design::routeTables, lookAt>(),
};

}  // namespace gw::rules
