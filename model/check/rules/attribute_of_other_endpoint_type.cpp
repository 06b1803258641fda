#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/design/text_form.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    const bool isGateway = endpoint.type == EndpointType::Gateway;
    const bool takesGroups = !isGateway && endpoint.type != EndpointType::GatewayLoadBalancer;
    Endpoint after = endpoint;
    std::vector<std::string> wrong;
    if (isGateway && !endpoint.subnets.empty()) {
        wrong.emplace_back("subnets");
        after.subnets.clear();
    }
    if (!takesGroups && !endpoint.securityGroups.empty()) {
        wrong.emplace_back("security groups");
        after.securityGroups.clear();
    }
    const bool takesPrivateDns = takesGroups && endpoint.type != EndpointType::Tunnel;  // F-009, F-063
    if (!takesPrivateDns && endpoint.privateDns) {
        wrong.emplace_back("private DNS");
        after.privateDns = false;
    }
    if (!isGateway && !endpoint.routeTables.empty()) {
        wrong.emplace_back("route tables");
        after.routeTables.clear();
    }
    const bool takesPolicy =
        endpoint.type != EndpointType::GatewayLoadBalancer && endpoint.type != EndpointType::Tunnel;
    if (!takesPolicy && endpoint.policy) {
        wrong.emplace_back("endpoint policy");
        after.policy.reset();
    }
    if (wrong.empty()) return;
    const std::string name = facts.name(endpoint.id);
    Finding finding{endpoint.id,
                    name + " is of type " + textOf(endpoint.type) + ", which takes no " + listOf(wrong) + ".",
                    Severity::Error};
    finding.fixes.push_back(safeFix("Take " + listOf(wrong) + " off " + name, edits::setEndpoint(after)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule attributeOfOtherEndpointType = {
    .code = "VPE013",
    .name = "attribute-of-other-endpoint-type",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "An endpoint has only what its type takes",
    .why =
        "AWS refuses subnets, security groups and private DNS on a gateway endpoint, route tables on any other, and a "
        "policy on one for appliances or tunnels.",
    .howToFix = "Take out what does not belong to the type.",
    .source = "CreateVpcEndpoint; CloudFormation AWS::EC2::VPCEndpoint (F-004, F-006, F-007, F-008, F-009)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
