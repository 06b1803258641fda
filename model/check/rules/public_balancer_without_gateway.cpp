#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const LoadBalancer& balancer, std::vector<Finding>& found) {
    const bool isAsked =
        balancer.scheme == LoadBalancerScheme::InternetFacing && balancer.loadBalancerKind != LoadBalancerKind::Gateway;
    if (!isAsked) return;
    const std::string name = facts.name(balancer.id);
    const Fix inside = reviewedFix("Make " + name + " internal", edits::setField(balancer.id, "scheme", "internal"));
    const bool hasGateway = std::ranges::any_of(
        facts.design().internetGateways, [&](const InternetGateway& gateway) { return gateway.vpc == balancer.vpc; });
    if (!hasGateway) {
        found.push_back({balancer.id,
                         name + " faces the internet, but " + facts.name(balancer.vpc) + " has no internet gateway.",
                         Severity::Error,
                         {inside}});
        return;
    }
    for (const Id<Subnet>& id : balancer.subnets)
        if (const Subnet* subnet = find(facts.design(), id);
            subnet && facts.network().exposureOf(*subnet) != Exposure::Public) {
            found.push_back({balancer.id,
                             name + " faces the internet, but " + facts.name(id) + " has no route to it.",
                             Severity::Warning,
                             {inside}});
            return;
        }
}

}  // namespace

extern const Rule publicBalancerWithoutGateway = {
    .code = "RES010",
    .name = "public-balancer-without-gateway",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "An internet-facing load balancer stands in public subnets",
    .why =
        "AWS refuses an internet-facing load balancer in a VPC without an internet gateway with InvalidSubnet. In "
        "subnets "
        "without a route to the gateway it makes one that nobody outside reaches.",
    .howToFix = "Put it into public subnets, or make it internal.",
    .source = "Elastic Load Balancing, Application Load Balancers: scheme; API error InvalidSubnet",
    .check = each<&Design::loadBalancers, lookAt>(),
};

}  // namespace gw::rules
