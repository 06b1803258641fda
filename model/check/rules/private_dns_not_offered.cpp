#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

bool hasGatewayBalancer(const Design& design, const EndpointService& service) {
    return std::ranges::any_of(service.loadBalancers, [&](const Id<LoadBalancer>& id) {
        const LoadBalancer* balancer = find(design, id);
        return balancer && balancer->loadBalancerKind == LoadBalancerKind::Gateway;
    });
}

/// Why AWS refuses private DNS on the endpoint, behind "private DNS for DynamoDB"; empty where it does not.
std::string faultOf(const Facts& facts, const Endpoint& endpoint) {
    if (endpoint.service == "dynamodb") return "DynamoDB, which has none on interface endpoints";
    const EndpointService* service = find(facts.design(), Id<EndpointService>{endpoint.target.value});
    if (!service) return {};
    if (service->privateDnsName.empty()) return facts.name(service->id) + ", which has no private DNS name";
    return service->privateDnsVerified ? "" : facts.name(service->id) + ", whose domain is not verified";
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.type != EndpointType::Interface || !endpoint.privateDns) return;
    const std::string fault = faultOf(facts, endpoint);
    if (fault.empty()) return;
    const std::string name = facts.name(endpoint.id);
    found.push_back(
        {endpoint.id,
         name + " wants private DNS for " + fault + ".",
         Severity::Error,
         {reviewedFix("Turn private DNS off on " + name, edits::setEndpointPrivateDns(endpoint.id, false))}});
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const Endpoint& endpoint : facts.design().endpoints) lookAt(facts, endpoint, found);
    for (const EndpointService& service : facts.design().endpointServices) {
        if (service.privateDnsName.empty() || !hasGatewayBalancer(facts.design(), service)) continue;
        const std::string name = facts.name(service.id);
        found.push_back({service.id,
                         name + " of a Gateway Load Balancer has a private DNS name.",
                         Severity::Error,
                         {reviewedFix("Take the private DNS name off " + name,
                                      edits::setField(service.id, "privateDnsName", {}))}});
    }
    return found;
}

}  // namespace

extern const Rule privateDnsNotOffered = {
    .code = "VPE032",
    .name = "private-dns-not-offered",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Private DNS is on where the service has a private name",
    .why =
        "AWS turns private DNS on for an endpoint where the service has a private name: DynamoDB has none for "
        "interface "
        "endpoints, and that of an endpoint service counts once its domain is verified. Services of Gateway Load "
        "Balancers have none.",
    .howToFix = "Turn private DNS off and use the endpoint's own names, or have the provider verify the domain.",
    .source =
        "Amazon DynamoDB Developer Guide, AWS PrivateLink; AWS PrivateLink Guide, Manage DNS names (F-083, F-134)",
    .check = look,
};

}  // namespace gw::rules
