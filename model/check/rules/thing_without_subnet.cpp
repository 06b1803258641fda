#include <algorithm>
#include <map>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Moves into the first subnets of the VPC, those that suit a thing of that exposure first.
std::vector<Fix> movesInto(const Facts& facts, const AnyId& thing, const Id<Vpc>& vpc, bool wantsPublic) {
    const auto subnets = facts.network().subnetsOf(vpc);
    std::vector<const Subnet*> ordered(subnets.begin(), subnets.end());
    std::stable_partition(ordered.begin(), ordered.end(), [&](const Subnet* subnet) {
        return (facts.network().exposureOf(*subnet) == Exposure::Public) == wantsPublic;
    });
    std::vector<Fix> fixes;
    for (std::size_t at = 0; at < std::min<std::size_t>(ordered.size(), 3); ++at)
        fixes.push_back(reviewedFix("Move " + facts.name(thing) + " to " + facts.name(ordered[at]->id),
                                    edits::standIn(thing, ordered[at]->id)));
    return fixes;
}

/// Into one subnet of each zone, of those that suit: an Application Load Balancer wants two (RES005).
std::vector<Fix> spreadsOver(const Facts& facts, const LoadBalancer& balancer) {
    const bool wantsPublic = balancer.scheme == LoadBalancerScheme::InternetFacing;
    std::map<Id<AvailabilityZone>, Id<Subnet>> chosen;
    for (const Subnet* subnet : facts.network().subnetsOf(balancer.vpc))
        if (subnet->zone && (facts.network().exposureOf(*subnet) == Exposure::Public) == wantsPublic)
            chosen.emplace(subnet->zone, subnet->id);
    if (chosen.size() < 2) return {};
    std::string ids;
    std::vector<std::string> names;
    for (const auto& [zone, subnet] : chosen) {
        ids += (ids.empty() ? "" : ", ") + subnet.value;
        names.push_back(facts.name(subnet));
    }
    return {reviewedFix("Put " + facts.name(balancer.id) + " into " + listOf(names),
                        edits::setField(balancer.id, "subnets", ids))};
}

std::vector<Finding> look(const Facts& facts) {
    const Design& design = facts.design();
    std::vector<Finding> found;
    const auto report = [&](const AnyId& thing, const Id<Vpc>& vpc, Severity severity, std::vector<Fix> fixes) {
        found.push_back({thing, facts.name(thing) + " stands in no subnet of " + facts.name(vpc) + ".", severity,
                         std::move(fixes)});
    };
    for (const Workload& workload : design.workloads)
        if (workload.vpc && workload.subnets.empty())
            report(workload.id, workload.vpc, Severity::Warning,
                   movesInto(facts, workload.id, workload.vpc, workload.publicIp));
    for (const LoadBalancer& balancer : design.loadBalancers)
        if (balancer.subnets.empty())
            report(balancer.id, balancer.vpc, Severity::Warning,
                   balancer.loadBalancerKind == LoadBalancerKind::Application
                       ? spreadsOver(facts, balancer)
                       : movesInto(facts, balancer.id, balancer.vpc,
                                   balancer.scheme == LoadBalancerScheme::InternetFacing));
    for (const NatGateway& nat : design.natGateways)
        if (!nat.subnet && nat.availability == NatAvailability::Zonal)
            report(nat.id, nat.vpc, Severity::Error,
                   movesInto(facts, nat.id, nat.vpc, nat.connectivity == NatConnectivity::Public));
    return found;
}

}  // namespace

extern const Rule thingWithoutSubnet = {
    .code = "NET020",
    .name = "thing-without-subnet",
    .severity = Severity::Warning,
    .category = Category::Api,
    .title = "What has network interfaces stands in a subnet",
    .why =
        "A network interface takes its address, routes and network ACL from its subnet: without one nothing can be "
        "said of "
        "its paths. AWS creates no zonal NAT gateway without a subnet.",
    .howToFix = "Put it into a subnet of its VPC.",
    .source = "Amazon EC2 API, CreateNatGateway (F-238); for workloads and load balancers not verified",
    .check = look,
};

}  // namespace gw::rules
