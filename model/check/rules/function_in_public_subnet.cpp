#include <algorithm>
#include <set>

#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Subnets of the VPC whose default route leads to a NAT gateway, one in each zone.
std::vector<const Subnet*> subnetsWithNat(const Facts& facts, const Id<Vpc>& vpc) {
    std::vector<const Subnet*> subnets;
    std::set<std::string> zones;
    for (const Subnet* subnet : facts.network().subnetsOf(vpc)) {
        const RouteTable* table = facts.network().routeTableOf(*subnet);
        const bool leads = table && std::ranges::any_of(table->routes, [&](const Route& route) {
                               return route.destination == Destination(Cidr()) &&
                                      find(facts.design(), Id<NatGateway>{route.target.value});
                           });
        if (leads && zones.insert(subnet->zone.value).second) subnets.push_back(subnet);
    }
    return subnets;
}

std::vector<Fix> fixesOf(const Facts& facts, const FlowFacts& call) {
    const Workload& function = *call.caller;
    const ServiceResource* service = call.service;
    std::vector<Fix> fixes;
    const Vpc* vpc = call.vpc;
    if (!vpc) return fixes;
    if (service && asksPublicAddress(call.trace) && !hasEndpoint(facts.network(), vpc->id, service->service))
        if (const Recommendation* endpoint = endpointFor(facts, call.flow, *vpc, *service))
            fixes.push_back(reviewedFix(endpoint->label, endpoint->edit));
    std::string ids;
    std::vector<std::string> names;
    for (const Subnet* subnet : subnetsWithNat(facts, vpc->id)) {
        ids += (ids.empty() ? "" : ", ") + subnet->id.value;
        names.push_back(facts.name(subnet->id));
    }
    if (!names.empty())
        fixes.push_back(reviewedFix("Move " + facts.name(function.id) + " to " + listOf(names),
                                    edits::setField(function.id, "subnets", ids)));
    return fixes;
}

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    std::set<std::string> seen;
    for (const Flow* each : facts.network().flowsFrom(workload.id)) {
        const FlowFacts& call = *facts.flowOf(each->id);
        const auto& [flow, trace, function, vpc, service] = call;
        if (!isWanted(flow) || !function || function->workloadKind != WorkloadKind::Lambda) continue;
        if (std::ranges::find(trace.blockers, "IGW_NO_PUBLIC_IP", &Blocker::code) == trace.blockers.end()) continue;
        const std::string target = service ? titleOf(service->service) : facts.name(flow.to);
        if (!seen.insert(function->id.value + " " + target).second) continue;
        found.push_back({flow.id,
                         facts.name(function->id) + " is a function without a public address: no way to " + target +
                             " over an internet gateway.",
                         Severity::Error, fixesOf(facts, call)});
    }
}

}  // namespace

extern const Rule functionInPublicSubnet = {
    .code = "DEP010",
    .name = "function-in-public-subnet",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A function does not count on an internet gateway",
    .why =
        "The network interfaces of a function never get a public address, whatever its subnet gives to "
        "others. An internet gateway drops what comes from them.",
    .howToFix = "Move the function to subnets that route to a NAT gateway, or reach AWS services through endpoints.",
    .source = "AWS Lambda Developer Guide, Internet access for VPC-connected functions (F-179)",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
