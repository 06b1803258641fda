#include "model/check/routes.h"

#include <algorithm>

#include "model/check/quota.h"
#include "model/edit/edits.h"

namespace gw {

std::string nameOf(const Facts& facts, const Destination& destination) {
    const Cidr* block = std::get_if<Cidr>(&destination);
    return block ? block->text() : facts.name(std::get<1>(destination));
}

IpFamily familyOf(const Design& design, const Destination& destination) {
    if (const Cidr* block = std::get_if<Cidr>(&destination)) return block->family();
    const PrefixList* list = find(design, Id<PrefixList>{std::get<1>(destination).value});
    return list ? familyOf(*list) : IpFamily::V4;
}

std::vector<Edit> reroutes(const Design& design, const AnyId& from, const RouteTarget& to) {
    std::vector<Edit> steps;
    for (const RouteTable& table : design.routeTables)
        for (const Route& route : table.routes) {
            if (route.target.value != from.value) continue;
            Route after = route;
            after.target = to;
            const bool isThere = std::ranges::any_of(table.routes, [&](const Route& other) {
                return other.target.value == to.value && other.destination == route.destination;
            });
            steps.push_back(isThere ? edits::removeRoute(table.id, route)
                                    : edits::replaceRoute(table.id, route, std::move(after)));
        }
    return steps;
}

}  // namespace gw
