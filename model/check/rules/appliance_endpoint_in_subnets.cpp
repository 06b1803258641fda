#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.type != EndpointType::GatewayLoadBalancer || endpoint.subnets.size() < 2) return;
    const std::string name = facts.name(endpoint.id);
    Finding finding{endpoint.id,
                    name + " stands in " + std::to_string(endpoint.subnets.size()) + " subnets: its type takes one.",
                    Severity::Error};
    for (const Id<Subnet>& subnet : endpoint.subnets)
        finding.fixes.push_back(reviewedFix("Keep " + facts.name(subnet) + " of " + name + " alone",
                                            edits::setEndpointSubnets(endpoint.id, {subnet})));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule applianceEndpointInSubnets = {
    .code = "VPE028",
    .name = "appliance-endpoint-in-subnets",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A Gateway Load Balancer endpoint stands in one subnet",
    .why = "AWS takes a single subnet for an endpoint of type GatewayLoadBalancer.",
    .howToFix = "Keep one subnet, and make an endpoint of its own for each further zone.",
    .source =
        "Amazon EC2 API, CreateVpcEndpoint, SubnetIds; AWS PrivateLink Guide, Gateway Load Balancer endpoints "
        "(F-014)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
