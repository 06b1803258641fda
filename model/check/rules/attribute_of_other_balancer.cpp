#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const LoadBalancer& balancer, std::vector<Finding>& found) {
    if (balancer.loadBalancerKind != LoadBalancerKind::Gateway) return;
    const std::string name = facts.name(balancer.id);
    if (!balancer.securityGroups.empty())
        found.push_back(
            {balancer.id,
             name + " is a Gateway Load Balancer, which takes no security group.",
             Severity::Error,
             {safeFix("Take the security groups off " + name, edits::setField(balancer.id, "securityGroups", {}))}});
    if (balancer.scheme == LoadBalancerScheme::InternetFacing)
        found.push_back({balancer.id,
                         name + " is a Gateway Load Balancer, which cannot face the internet.",
                         Severity::Error,
                         {safeFix("Make " + name + " internal", edits::setField(balancer.id, "scheme", "internal"))}});
}

}  // namespace

extern const Rule attributeOfOtherBalancer = {
    .code = "RES012",
    .name = "attribute-of-other-balancer",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A Gateway Load Balancer has no security group and no scheme",
    .why =
        "Security groups and the scheme internet-facing are for Application and Network Load Balancers: AWS refuses "
        "them "
        "for a Gateway Load Balancer.",
    .howToFix = "Take them off.",
    .source = "Elastic Load Balancing API, CreateLoadBalancer, SecurityGroups and Scheme",
    .check = each<&Design::loadBalancers, lookAt>(),
};

}  // namespace gw::rules
