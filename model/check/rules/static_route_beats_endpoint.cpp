#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/check/encounters.h"
#include "model/check/needs.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Static routes of the table into the addresses of the service, other than the default route: longer than a block of
/// its prefix list, or the same.
std::vector<const Route*> winnersOf(const Facts& facts, const RouteTable& table, std::string_view service) {
    const Vpc* vpc = find(facts.design(), table.vpc);
    const PrefixList* list = vpc ? facts.network().prefixListOf(service, facts.network().regionOf(*vpc)) : nullptr;
    std::vector<const Route*> winners;
    if (!list) return winners;
    for (const Route& route : table.routes) {
        const Cidr* block = std::get_if<Cidr>(&route.destination);
        if (block && !route.propagated && std::ranges::any_of(list->entries, [&](const Cidr& entry) {
                return entry.overlaps(*block) && entry.prefix() <= block->prefix();
            }))
            winners.push_back(&route);
    }
    return winners;
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const Encounter& met : encounters(facts, "ROUTE_OTHER_MORE_SPECIFIC")) {
        const RouteTable* table = find(facts.design(), Id<RouteTable>{met.subject.value});
        const ServiceResource* service = serviceOf(facts.design(), *met.flows.front());
        if (!table || !service) continue;
        const std::string name = facts.name(table->id);
        for (const Route* route : winnersOf(facts, *table, service->service)) {
            const std::string block = std::get<Cidr>(route->destination).text();
            found.push_back(
                {table->id,
                 block + " of " + name + " takes " + titleOf(service->service) + " past the gateway endpoint.",
                 met.severity(),
                 {reviewedFix("Remove " + block + " from " + name, edits::removeRoute(table->id, *route))}});
        }
    }
    return found;
}

}  // namespace

extern const Rule staticRouteBeatsEndpoint = {
    .code = "RTE017",
    .name = "static-route-beats-endpoint",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "No static route takes a service past its gateway endpoint",
    .why =
        "The longest prefix wins, and of equal ones a static block wins over the prefix list of a gateway endpoint: "
        "what the route covers never sees the endpoint.",
    .howToFix = "Remove the route, or narrow it to addresses that are not the service's.",
    .source = "Amazon VPC User Guide, Route priority; AWS PrivateLink Guide, Gateway endpoints (F-102, F-104)",
    .check = look,
};

}  // namespace gw::rules
