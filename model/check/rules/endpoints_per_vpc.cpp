#include <algorithm>

#include "model/check/quota.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    const auto count = std::ranges::count_if(facts.network().endpointsOf(vpc.id), [](const Endpoint* endpoint) {
        return endpoint->type == EndpointType::Interface || endpoint->type == EndpointType::GatewayLoadBalancer;
    });
    if (auto over = overQuota(facts, vpc.id, "vpce_interface_gwlb_per_vpc", count,
                              facts.name(vpc.id) + " has " + std::to_string(count) + " interface endpoints"))
        found.push_back(*std::move(over));
}

}  // namespace

extern const Rule endpointsPerVpc = {
    .code = "QUO010",
    .name = "endpoints-per-vpc",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A VPC has no more interface endpoints than its quota",
    .why = "AWS takes 50 endpoints in a VPC, interface and Gateway Load Balancer ones together, and more on request.",
    .howToFix = "Remove endpoints nobody uses or share central ones, or let AWS raise the quota and record it here.",
    .source = "AWS PrivateLink Guide, Quotas (F-090, F-094)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
