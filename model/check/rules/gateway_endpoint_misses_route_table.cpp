#include <algorithm>
#include <map>

#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.type != EndpointType::Gateway || endpoint.routeTables.empty()) return;
    std::map<Id<RouteTable>, std::vector<const Flow*>> missing;
    for (const Flow* flow : needsOf(facts, endpoint)) {
        const Trace* trace = facts.traceOf(flow->id);
        if (!trace || isPrivate(trace->network)) continue;
        for (const Id<RouteTable>& table : routeTablesOf(facts, {{callerOf(facts.design(), *flow)}}))
            if (std::ranges::find(endpoint.routeTables, table) == endpoint.routeTables.end())
                missing[table].push_back(flow);
    }
    for (const auto& [table, flows] : missing) {
        const bool stops = std::ranges::any_of(flows, [&](const Flow* flow) {
            const Verdict verdict = facts.traceOf(flow->id)->network;
            return verdict == Verdict::Blocked || verdict == Verdict::Partial;
        });
        Finding finding{table,
                        facts.name(table) + " lacks " + facts.name(endpoint.id) + " that " +
                            facts.name(flows.front()->from) + " needs.",
                        stops ? Severity::Error : Severity::Warning};
        finding.fixes.push_back(safeFix("Associate " + facts.name(table) + " with " + facts.name(endpoint.id),
                                        edits::associateRouteTable(endpoint.id, table)));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule gatewayEndpointMissesRouteTable = {
    .code = "RTE015",
    .name = "gateway-endpoint-misses-route-table",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A gateway endpoint is associated with the route table of every caller",
    .why =
        "Only route tables associated with the endpoint get its route; calls from other subnets take the "
        "default route, or none.",
    .howToFix = "Associate the callers' route table with the endpoint.",
    .source = "AWS PrivateLink Guide, Gateway endpoints, Routing (F-099)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
