#include "model/check/private_dns.h"

#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw {

bool usesServiceName(const Flow& flow) {
    return flow.hostStyle != HostStyle::EndpointSpecific && flow.hostStyle != HostStyle::Custom && !flow.viaEndpoint;
}

std::vector<const Flow*> callsPassing(const Facts& facts, const Endpoint& endpoint) {
    std::vector<const Flow*> passing;
    if (endpoint.type != EndpointType::Interface || endpoint.privateDns || endpoint.service.empty()) return passing;
    for (const Flow* flow : facts.network().needs(endpoint.vpc, endpoint.service)) {
        const Trace* trace = facts.traceOf(flow->id);
        if (trace && usesServiceName(*flow) && !isPrivate(trace->network) && trace->network != Verdict::Unknown)
            passing.push_back(flow);
    }
    return passing;
}

bool mayHavePrivateDns(const Facts& facts, const Endpoint& endpoint) {
    const Service* service = Catalog::builtIn().service(endpoint.service);
    return service && service->privateDns &&
           std::ranges::none_of(facts.network().endpointsOf(endpoint.vpc), [&](const Endpoint* other) {
               return other->privateDns && other->service == endpoint.service;
           });
}

Fix turnPrivateDnsOn(const Facts& facts, const Endpoint& endpoint) {
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

}  // namespace gw
