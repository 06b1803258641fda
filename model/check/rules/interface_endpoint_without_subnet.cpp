#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    const bool needsSubnet =
        endpoint.type == EndpointType::Interface || endpoint.type == EndpointType::GatewayLoadBalancer;
    if (!needsSubnet || !endpoint.subnets.empty()) return;
    const std::string name = facts.name(endpoint.id);
    Finding finding{endpoint.id, name + " stands in no subnet: it has no network interface.", Severity::Error};
    const auto callers = callersOf(facts.design(), needsOf(facts, endpoint));
    auto subnets = subnetsForEndpoint(facts, endpoint.vpc, callers);
    if (endpoint.type == EndpointType::GatewayLoadBalancer && !subnets.empty()) subnets.resize(1);
    if (!subnets.empty()) {
        std::vector<std::string> names;
        for (const auto& subnet : subnets) names.push_back(facts.name(subnet));
        finding.fixes.push_back(
            safeFix("Put " + name + " into " + listOf(names), edits::setEndpointSubnets(endpoint.id, subnets)));
    }
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule interfaceEndpointWithoutSubnet = {
    .code = "VPE006",
    .name = "interface-endpoint-without-subnet",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "An interface endpoint stands in a subnet",
    .why =
        "Without a subnet the endpoint has no network interface: AWS requires SubnetIds, and nothing "
        "could connect.",
    .howToFix = "Choose one subnet in each Availability Zone that has callers.",
    .source = "CreateVpcEndpoint, SubnetIds (F-005, F-018)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
