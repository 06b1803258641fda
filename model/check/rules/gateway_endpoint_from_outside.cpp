#include <map>

#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// The VPC of the caller; none for an on-premises network.
Id<Vpc> vpcOf(const Facts& facts, const Flow& flow) {
    const Workload* caller = callerOf(facts.design(), flow);
    const Vpc* vpc = caller ? facts.network().vpcOf(*caller) : nullptr;
    return vpc ? vpc->id : Id<Vpc>{};
}

/// The only endpoint for what an on-premises network calls, where that is a gateway endpoint; nullptr where there is
/// another.
const Endpoint* onlyGateway(const Facts& facts, const Flow& flow) {
    const ServiceResource* service = serviceOf(facts.design(), flow);
    if (!service || !find(facts.design(), Id<OnPremisesNetwork>{flow.from.value})) return nullptr;
    const Endpoint* gateway = nullptr;
    for (const Endpoint& endpoint : facts.design().endpoints) {
        if (endpoint.service != service->service) continue;
        if (endpoint.type != EndpointType::Gateway) return nullptr;
        if (!gateway) gateway = &endpoint;
    }
    return gateway;
}

/// The gateway endpoint that the flow is meant to use from outside its VPC; nullptr where there is none.
const Endpoint* remoteGateway(const Facts& facts, const Flow& flow, const Id<Vpc>& vpc) {
    const Endpoint* named = find(facts.design(), flow.viaEndpoint);
    if (named && named->type == EndpointType::Gateway && named->vpc != vpc) return named;
    const Trace* trace = facts.traceOf(flow.id);
    if (!trace || isPrivate(trace->network)) return nullptr;
    for (const Blocker& blocker : trace->blockers)
        if (blocker.code == "GWEP_REMOTE_SOURCE") return find(facts.design(), Id<Endpoint>{blocker.subject.value});
    return flow.intent == FlowIntent::Private ? onlyGateway(facts, flow) : nullptr;
}

/// A gateway endpoint costs nothing: the callers' VPC gets one of its own.
std::optional<Fix> ownEndpoint(const Facts& facts, const Id<Vpc>& vpc, const Endpoint& gateway,
                               const std::vector<const Flow*>& flows) {
    auto advice = vpc ? recommendedEndpoint(facts, vpc, gateway.service) : std::nullopt;
    if (!advice) return {};
    std::vector<Edit> steps{std::move(advice->edit)};
    for (const Flow* flow : flows) steps.push_back(edits::setField(flow->id, "viaEndpoint", ""));
    return reviewedFix(advice->label + " to " + facts.name(vpc), inOrder({}, std::move(steps)));
}

std::vector<Finding> look(const Facts& facts) {
    std::map<std::pair<Id<Endpoint>, Id<Vpc>>, std::vector<const Flow*>> callers;
    for (const Flow& flow : facts.design().flows) {
        const Id<Vpc> vpc = vpcOf(facts, flow);
        const Endpoint* endpoint = isWanted(flow) ? remoteGateway(facts, flow, vpc) : nullptr;
        if (endpoint) callers[{endpoint->id, vpc}].push_back(&flow);
    }
    std::vector<Finding> found;
    for (const auto& [at, flows] : callers) {
        const auto& [endpoint, vpc] = at;
        Finding finding{endpoint,
                        facts.name(flows.front()->from) + andMore(flows.size()) +
                            agreeing(flows.size(), " stands", " stand") + " outside the VPC of " +
                            facts.name(endpoint) + " and cannot use it.",
                        Severity::Error};
        if (auto fix = ownEndpoint(facts, vpc, *find(facts.design(), endpoint), flows))
            finding.fixes.push_back(*std::move(fix));
        found.push_back(std::move(finding));
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
        "A gateway endpoint is a route in the tables of its VPC. Workloads of other VPCs and hosts on premises cannot "
        "take it, "
        "neither over peering nor over a transit gateway, a VPN or Direct Connect.",
    .howToFix =
        "Give another VPC a gateway endpoint of its own: it costs nothing. For hosts on premises add an interface "
        "endpoint "
        "beside it, with private DNS for the inbound resolver alone.",
    .source = "AWS PrivateLink Guide, Gateway endpoints for Amazon S3 (F-070, F-103)",
    .check = look,
};

}  // namespace gw::rules
