#include <map>

#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const LoadBalancer& balancer, std::vector<Finding>& found) {
    std::map<Id<AvailabilityZone>, const Subnet*> first;
    std::string kept;
    const Subnet* extra = nullptr;
    for (const Id<Subnet>& id : balancer.subnets) {
        const Subnet* subnet = find(facts.design(), id);
        if (!subnet || !subnet->zone || first.emplace(subnet->zone, subnet).second)
            kept += (kept.empty() ? "" : ", ") + id.value;
        else if (!extra)
            extra = subnet;
    }
    if (!extra) return;
    const std::string name = facts.name(balancer.id);
    found.push_back(
        {balancer.id,
         name + " has two subnets in " + facts.name(extra->zone) + ": " + facts.name(first.at(extra->zone)->id) +
             " and " + facts.name(extra->id) + ".",
         Severity::Error,
         {reviewedFix("Keep one subnet of " + name + " in each zone", edits::setField(balancer.id, "subnets", kept))}});
}

}  // namespace

extern const Rule balancerSubnetsShareZone = {
    .code = "RES009",
    .name = "balancer-subnets-share-zone",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A load balancer has one subnet in each Availability Zone",
    .why = "A load balancer has one node in each zone: AWS refuses a second subnet of the same one.",
    .howToFix = "Keep one subnet for each zone.",
    .source = "Elastic Load Balancing API, CreateLoadBalancer, Subnets",
    .check = each<&Design::loadBalancers, lookAt>(),
};

}  // namespace gw::rules
