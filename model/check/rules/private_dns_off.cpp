#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Whether the caller uses the service's own name, which leads to the endpoint through private DNS alone.
bool usesServiceName(const Flow& flow) {
    return flow.hostStyle != HostStyle::EndpointSpecific && flow.hostStyle != HostStyle::Custom && !flow.viaEndpoint;
}

/// Private DNS can be turned on where the service has it and no other endpoint of the VPC holds its name (FACTS F-143).
bool mayHavePrivateDns(const Facts& facts, const Endpoint& endpoint) {
    const Service* service = Catalog::builtIn().service(endpoint.service);
    return service && service->privateDns &&
           std::ranges::none_of(facts.network().endpointsOf(endpoint.vpc), [&](const Endpoint* other) {
               return other->privateDns && other->service == endpoint.service;
           });
}

Fix turnOn(const Facts& facts, const Endpoint& endpoint) {
    return reviewedFix(
        "Turn private DNS on for " + facts.name(endpoint.id),
        inOrder({}, {edits::setVpcDns(endpoint.vpc, true, true), edits::setEndpointPrivateDns(endpoint.id, true)}));
}

Fix callByEndpointName(const Facts& facts, const Endpoint& endpoint, const std::vector<const Flow*>& flows) {
    std::vector<Edit> steps;
    for (const Flow* flow : flows) {
        steps.push_back(edits::setField(flow->id, "hostStyle", "endpoint"));
        steps.push_back(edits::setField(flow->id, "viaEndpoint", endpoint.id.value));
    }
    return reviewedFix("Call " + facts.name(endpoint.id) + " by its own name", inOrder({}, std::move(steps)));
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const Endpoint& endpoint : facts.design().endpoints) {
        if (endpoint.type != EndpointType::Interface || endpoint.privateDns || endpoint.service.empty()) continue;
        std::vector<const Flow*> passing;
        bool isBlocked = false;
        for (const Flow* flow : facts.network().needs(endpoint.vpc, endpoint.service)) {
            const Trace* trace = facts.traceOf(flow->id);
            if (!trace || !usesServiceName(*flow) || isPrivate(trace->verdict) || trace->verdict == Verdict::Unknown)
                continue;
            passing.push_back(flow);
            isBlocked = isBlocked || trace->verdict == Verdict::Blocked;
        }
        if (passing.empty()) continue;
        Finding finding{endpoint.id,
                        facts.name(passing.front()->from) + andMore(passing.size()) +
                            agreeing(passing.size(), " misses ", " miss ") + facts.name(endpoint.id) +
                            ": private DNS is off.",
                        isBlocked ? Severity::Error : Severity::Warning};
        if (mayHavePrivateDns(facts, endpoint)) finding.fixes.push_back(turnOn(facts, endpoint));
        finding.fixes.push_back(callByEndpointName(facts, endpoint, passing));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule privateDnsOff = {
    .code = "DNS003",
    .name = "private-dns-off",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Who calls a service by its own name finds private DNS on at the endpoint",
    .why =
        "Without private DNS the service's own name resolves to its public addresses: calls pass the endpoint by, over "
        "a NAT or "
        "internet gateway where there is one, nowhere where there is none.",
    .howToFix = "Turn private DNS on, or give the client the endpoint's own name (vpce-...).",
    .source =
        "AWS PrivateLink Guide, Access AWS services; Amazon DynamoDB, Using interface endpoints (F-010, F-134, F-140, "
        "F-245)",
    .check = look,
};

}  // namespace gw::rules
