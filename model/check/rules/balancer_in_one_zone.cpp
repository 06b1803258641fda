#include <algorithm>

#include "model/check/rule.h"
#include "model/check/zones.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// A subnet of the VPC in another zone: one that is as public or private as the first, where there is any.
const Subnet* secondSubnet(const Facts& facts, const LoadBalancer& balancer, const Id<AvailabilityZone>& zone) {
    const Subnet* first = find(facts.design(), balancer.subnets.front());
    const Subnet* any = nullptr;
    for (const Subnet* subnet : facts.network().subnetsOf(balancer.vpc)) {
        if (!subnet->zone || subnet->zone == zone) continue;
        if (first && facts.network().exposureOf(*subnet) == facts.network().exposureOf(*first)) return subnet;
        if (!any) any = subnet;
    }
    return any;
}

void lookAt(const Facts& facts, const LoadBalancer& balancer, std::vector<Finding>& found) {
    const auto zones = zonesOf(facts.design(), balancer.subnets);
    if (balancer.loadBalancerKind != LoadBalancerKind::Application || zones.size() != 1) return;
    const std::string name = facts.name(balancer.id);
    Finding finding{balancer.id, name + " stands in " + facts.name(*zones.begin()) + " alone: AWS wants two zones.",
                    Severity::Error};
    if (const Subnet* second = secondSubnet(facts, balancer, *zones.begin())) {
        std::string subnets;
        for (const auto& id : balancer.subnets) subnets += id.value + ", ";
        finding.fixes.push_back(reviewedFix("Put " + name + " into " + facts.name(second->id) + " as well",
                                            edits::setField(balancer.id, "subnets", subnets + second->id.value)));
    }
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule balancerInOneZone = {
    .code = "RES005",
    .name = "balancer-in-one-zone",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "An Application Load Balancer stands in two zones or more",
    .why = "AWS makes no Application Load Balancer with subnets of a single Availability Zone.",
    .howToFix = "Add a subnet of another zone.",
    .source = "Elastic Load Balancing, Application Load Balancers; cfn-lint E3680",
    .check = each<&Design::loadBalancers, lookAt>(),
};

}  // namespace gw::rules
