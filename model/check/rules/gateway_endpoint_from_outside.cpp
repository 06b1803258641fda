#include <algorithm>
#include <map>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// The gateway endpoint that the flow is meant to use from outside its VPC; nullptr where it uses none.
const Endpoint* remoteGateway(const Facts& facts, const Flow& flow) {
    const Endpoint* named = find(facts.design(), flow.viaEndpoint);
    if (named && named->type == EndpointType::Gateway) {
        const Workload* caller = find(facts.design(), Id<Workload>{flow.from.value});
        const Vpc* vpc = caller ? facts.network().vpcOf(*caller) : nullptr;
        if (!vpc || vpc->id != named->vpc) return named;
    }
    const Trace* trace = facts.traceOf(flow.id);
    if (!trace) return nullptr;
    for (const Blocker& blocker : trace->blockers)
        if (blocker.code == "GWEP_REMOTE_SOURCE") return find(facts.design(), Id<Endpoint>{blocker.subject.value});
    return nullptr;
}

std::vector<Finding> look(const Facts& facts) {
    std::map<Id<Endpoint>, std::vector<const Flow*>> callers;
    for (const Flow& flow : facts.design().flows)
        if (flow.intent != FlowIntent::Blocked)
            if (const Endpoint* endpoint = remoteGateway(facts, flow)) callers[endpoint->id].push_back(&flow);
    std::vector<Finding> found;
    for (const auto& [endpoint, flows] : callers) {
        const std::string more = flows.size() > 1 ? " and " + std::to_string(flows.size() - 1) + " more" : "";
        found.push_back({endpoint,
                         facts.name(flows.front()->from) + more + " stands outside the VPC of " + facts.name(endpoint) +
                             " and cannot use it.",
                         Severity::Error});
    }
    return found;
}

}  // namespace

extern const Rule gatewayEndpointFromOutside = {
    .code = "RTE023",
    .name = "gateway-endpoint-from-outside",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Gateway endpoints serve their own VPC alone",
    .why =
        "A gateway endpoint is a route in the tables of its VPC. What comes in over VPN, Direct Connect, peering or a "
        "transit gateway "
        "cannot take it.",
    .howToFix =
        "Add an interface endpoint for the callers outside, and let them use its own name or an inbound Resolver "
        "endpoint.",
    .source = "AWS PrivateLink Guide, Gateway endpoints for Amazon S3 (F-070)",
    .check = look,
};

}  // namespace gw::rules
