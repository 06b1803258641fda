#include <algorithm>

#include "model/check/routes.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Why packets on the route get nowhere; empty where they do.
std::string faultOf(const Facts& facts, const Route& route) {
    const Design& design = facts.design();
    const std::string& id = route.target.value;
    if (!route.target) return "has no target";
    if (const InternetGateway* gateway = find(design, Id<InternetGateway>{id}); gateway && !gateway->vpc)
        return "leads to " + facts.name(gateway->id) + ", which is detached";
    if (const VpnGateway* gateway = find(design, Id<VpnGateway>{id}); gateway && !gateway->vpc)
        return "leads to " + facts.name(gateway->id) + ", which is detached";
    if (const PeeringConnection* peering = find(design, Id<PeeringConnection>{id});
        peering && peering->state != PeeringState::Active)
        return "leads to " + facts.name(peering->id) + ", which is not active";
    if (const Endpoint* endpoint = find(design, Id<Endpoint>{id});
        endpoint && endpoint->state != EndpointState::Available)
        return "leads to " + facts.name(endpoint->id) + ", which is not available";
    return route.state == RouteState::Blackhole ? "is a blackhole" : "";
}

bool stopsSomething(const Facts& facts, const RouteTable& table) {
    return std::ranges::any_of(facts.traces(), [&](const Trace& trace) {
        return find(facts.design(), trace.flow)->intent != FlowIntent::Blocked &&
               std::ranges::any_of(trace.blockers, [&](const Blocker& blocker) {
                   return blocker.subject.value == table.id.value && blocker.code == "ROUTE_BLACKHOLE";
               });
    });
}

Finding about(const Facts& facts, const RouteTable& table, const Route& route, const std::string& fault) {
    const std::string destination = nameOf(facts, route.destination);
    const std::string name = facts.name(table.id);
    return {table.id,
            destination + " of " + name + " " + fault + ".",
            stopsSomething(facts, table) ? Severity::Error : Severity::Warning,
            {reviewedFix("Remove " + destination + " from " + name, edits::removeRoute(table.id, route))}};
}

void lookAt(const Facts& facts, const RouteTable& table, std::vector<Finding>& found) {
    for (const Route& route : table.routes)
        if (const std::string fault = faultOf(facts, route); !fault.empty())
            found.push_back(about(facts, table, route, fault));
}

}  // namespace

extern const Rule routeToNothing = {
    .code = "RTE004",
    .name = "route-to-nothing",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Routes lead to something that is there",
    .why =
        "A route whose target is gone, detached or in a failed state stays in the table as a blackhole: packets it "
        "matches are dropped, "
        "even where a wider route would carry them.",
    .howToFix = "Give the route a target that works, or remove it.",
    .source = "Amazon VPC User Guide, Route tables; Reachability Analyzer code BAD_STATE_ROUTE (F-227)",
    .check = each<&Design::routeTables, lookAt>(),
};

}  // namespace gw::rules
