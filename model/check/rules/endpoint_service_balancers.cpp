#include <map>

#include "model/check/rule.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const EndpointService& service, std::vector<Finding>& found) {
    const std::string name = facts.name(service.id);
    const auto report = [&](const std::string& what, Severity severity) {
        found.push_back({service.id, name + " " + what + ".", severity});
    };
    std::map<LoadBalancerKind, const LoadBalancer*> first;
    for (const Id<LoadBalancer>& id : service.loadBalancers)
        if (const LoadBalancer* balancer = find(facts.design(), id))
            first.emplace(balancer->loadBalancerKind, balancer);
    if (const auto at = first.find(LoadBalancerKind::Application); at != first.end())
        report("stands before " + facts.name(at->second->id) + ", an Application Load Balancer", Severity::Error);
    const auto network = first.find(LoadBalancerKind::Network);
    const auto gateway = first.find(LoadBalancerKind::Gateway);
    if (network != first.end() && gateway != first.end())
        report("stands before " + facts.name(network->second->id) + " and " + facts.name(gateway->second->id) +
                   ", two kinds of load balancer",
               Severity::Warning);
}

}  // namespace

extern const Rule endpointServiceBalancers = {
    .code = "VPE030",
    .name = "endpoint-service-balancers",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "An endpoint service stands before Network Load Balancers or before Gateway Load Balancers",
    .why =
        "AWS makes an endpoint service from Network Load Balancers, which interface endpoints reach, or from Gateway "
        "Load "
        "Balancers, which have endpoints of their own type. An Application Load Balancer is the target of a Network "
        "Load "
        "Balancer instead.",
    .howToFix = "Put a Network Load Balancer in front.",
    .source = "Amazon EC2 API, CreateVpcEndpointServiceConfiguration; AWS PrivateLink Guide, Share your services",
    .check = each<&Design::endpointServices, lookAt>(),
};

}  // namespace gw::rules
