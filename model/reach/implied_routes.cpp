#include "model/reach/implied_routes.h"

#include <algorithm>

#include "model/design/text_form.h"

namespace gw {

std::vector<ImpliedRoute> impliedRoutesOf(const Design& design, const RouteTable& table) {
    std::vector<ImpliedRoute> routes;
    if (const Vpc* vpc = design.vpcs.find(table.vpc)) {
        for (const Cidr& block : vpc->cidrs) routes.push_back({textOf(block), {}});
        for (const Cidr& block : vpc->ipv6Cidrs) routes.push_back({textOf(block), {}});
    }
    for (const Endpoint& endpoint : design.endpoints)
        if (endpoint.type == EndpointType::Gateway &&
            std::ranges::find(endpoint.routeTables, table.id) != endpoint.routeTables.end())
            routes.push_back({endpoint.service, AnyId(endpoint.id)});
    return routes;
}

}  // namespace gw
