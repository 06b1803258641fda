#include <algorithm>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/design/text_form.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Whether an endpoint of that type leads to such a thing: AWS services and endpoint services by name, a resource
/// configuration or service network by its ARN.
bool leadsTo(const Design& design, const Endpoint& endpoint) {
    const std::string& target = endpoint.target.value;
    const ResourceConfiguration* configuration = find(design, Id<ResourceConfiguration>{target});
    const bool isConfiguration = configuration != nullptr;
    const bool isNetwork = find(design, Id<ServiceNetwork>{target}) != nullptr;
    switch (endpoint.type) {
        case EndpointType::Resource:
            return isConfiguration && configuration->type != ResourceConfigurationType::Child &&
                   configuration->type != ResourceConfigurationType::Cidr;
        case EndpointType::Tunnel:
            return isConfiguration && configuration->type == ResourceConfigurationType::Cidr;
        case EndpointType::ServiceNetwork:
            return isNetwork;
        case EndpointType::Gateway:
            return !endpoint.target;
        case EndpointType::Interface:
            return !isConfiguration && !isNetwork;
        case EndpointType::GatewayLoadBalancer:
            return endpoint.target && !isConfiguration && !isNetwork;
    }
    return true;
}

/// The kind of load balancers behind the endpoint service, where one is drawn: AWS makes an endpoint of the other type
/// to it.
bool isBehindOtherBalancer(const Design& design, const Endpoint& endpoint) {
    const EndpointService* service = find(design, Id<EndpointService>{endpoint.target.value});
    if (!service) return false;
    const auto unfit =
        endpoint.type == EndpointType::GatewayLoadBalancer ? LoadBalancerKind::Network : LoadBalancerKind::Gateway;
    return std::ranges::any_of(service->loadBalancers, [&](const Id<LoadBalancer>& id) {
        const LoadBalancer* balancer = find(design, id);
        return balancer && balancer->loadBalancerKind == unfit;
    });
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    const bool isNone = endpoint.service.empty() && !endpoint.target;
    const bool isBoth = !endpoint.service.empty() && endpoint.target;
    if (!isNone && !isBoth && leadsTo(facts.design(), endpoint) && !isBehindOtherBalancer(facts.design(), endpoint))
        return;
    const std::string name = facts.name(endpoint.id);
    const auto report = [&](const std::string& what, std::vector<Fix> fixes) {
        found.push_back({endpoint.id, name + " " + what + ".", Severity::Error, std::move(fixes)});
    };
    const std::string target = endpoint.target ? facts.name(endpoint.target) : std::string();
    if (isNone)
        report("leads to no service", {});
    else if (isBoth)
        report("names both " + titleOf(endpoint.service) + " and " + target,
               {reviewedFix("Let " + name + " lead to " + titleOf(endpoint.service),
                            edits::setField(endpoint.id, "target", {})),
                reviewedFix("Let " + name + " lead to " + target, edits::setField(endpoint.id, "service", {}))});
    else
        report("is of type " + textOf(endpoint.type) + ", which does not lead to " +
                   (endpoint.target ? target : titleOf(endpoint.service)),
               {});
}

}  // namespace

extern const Rule endpointWithoutService = {
    .code = "VPE027",
    .name = "endpoint-without-service",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "An endpoint leads to one service, of a kind that its type reaches",
    .why =
        "AWS makes an endpoint for one service name, resource configuration or service network. Interface and gateway "
        "types reach AWS services, GatewayLoadBalancer the service of a Gateway Load Balancer, Resource "
        "a resource configuration, Tunnel one of type CIDR, ServiceNetwork a service network.",
    .howToFix = "Name what it leads to, or choose the type that reaches it.",
    .source = "Amazon EC2 API, CreateVpcEndpoint, ServiceName (F-001, F-003, F-016, F-061)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
