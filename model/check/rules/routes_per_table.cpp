#include <map>

#include "model/check/quota.h"

namespace gw::rules {
namespace {

/// Routes of each family by who wrote them. Those of gateway endpoints count by the weight of their lists.
struct Count {
    std::map<IpFamily, std::int64_t> written{};
    std::int64_t propagated = 0;
};

Count countOf(const Facts& facts, const RouteTable& table) {
    Count count;
    for (const Route& route : table.routes) {
        const Cidr* block = std::get_if<Cidr>(&route.destination);
        const PrefixList* list =
            block ? nullptr : find(facts.design(), Id<PrefixList>{std::get<1>(route.destination).value});
        if (route.propagated)
            ++count.propagated;
        else if (block)
            ++count.written[block->family()];
        else if (list)
            count.written[familyOf(*list)] += weightOf(*list);
    }
    for (const Endpoint* endpoint : facts.network().gatewayEndpointsOf(table)) {
        PrefixList list;
        list.service = endpoint->service;
        count.written[IpFamily::V4] += weightOf(list);
    }
    return count;
}

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    const Count count = countOf(facts, table);
    const std::string name = facts.name(table.id);
    for (const auto& [family, routes] : count.written)
        if (auto over =
                overQuota(facts, table.id, "routes_per_table", routes,
                          name + " has " + std::to_string(routes) + " " + std::string(nameOf(family)) + " routes"))
            found.push_back(*std::move(over));
    if (auto over = overQuota(facts, table.id, "propagated_routes", count.propagated,
                              name + " has " + std::to_string(count.propagated) + " propagated routes"))
        found.push_back(*std::move(over));
}

}  // namespace

extern const Rule routesPerTable = {
    .code = "QUO005",
    .name = "routes-per-table",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A route table has no more routes than its quota",
    .why =
        "AWS takes 500 routes of each family in a table, up to 1,000 on request, and 100 propagated ones. A prefix "
        "list counts with all entries it may have.",
    .howToFix = "Summarise routes or split the table, or let AWS raise the quota and record it here.",
    .source = "Amazon VPC User Guide, Amazon VPC quotas (F-233, F-108)",
    .check = each<&Design::routeTables, lookAt>(),
};

}  // namespace gw::rules
