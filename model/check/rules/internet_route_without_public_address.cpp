#include <algorithm>
#include <set>

#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    std::set<std::string> seen;
    for (const Flow* each : facts.network().flowsFrom(workload.id)) {
        const auto& [flow, trace, caller, vpc, service] = *facts.flowOf(each->id);
        // A function can never have one, which is a finding of its own (DEP010).
        if (!isWanted(flow) || !caller || caller->workloadKind == WorkloadKind::Lambda) continue;
        const auto stop = std::ranges::find(trace.blockers, "IGW_NO_PUBLIC_IP", &Blocker::code);
        if (stop == trace.blockers.end()) continue;
        if (!seen.insert(caller->id.value + " " + (service ? service->service : flow.to.value)).second) continue;
        const InternetGateway* gateway = internetGatewayOn(facts.design(), trace);
        const std::string target = service ? titleOf(service->service) : facts.name(flow.to);
        Finding finding{flow.id,
                        facts.name(caller->id) + " has no public address to reach " + target + " over " +
                            (gateway ? facts.name(gateway->id) : std::string("the internet gateway")) + ".",
                        Severity::Error};
        if (vpc && service && asksPublicAddress(trace) && !hasEndpoint(facts.network(), vpc->id, service->service))
            if (const Recommendation* endpoint = endpointFor(facts, flow, *vpc, *service))
                finding.fixes.push_back(reviewedFix(endpoint->label, endpoint->edit));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule internetRouteWithoutPublicAddress = {
    .code = "RTE012",
    .name = "internet-route-without-public-address",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Whoever is routed to an internet gateway has a public address",
    .why =
        "An internet gateway passes packets only of interfaces with a public IPv4 address; all others are "
        "dropped there.",
    .howToFix =
        "Reach AWS services through endpoints; for the internet use a NAT gateway, or give the workload a "
        "public address.",
    .source =
        "Amazon VPC User Guide, Internet gateways; Reachability Analyzer "
        "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
