#include <algorithm>
#include <set>

#include "model/catalog/catalog.h"
#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    std::set<std::string> seen;
    for (const Flow* each : facts.network().flowsFrom(workload.id)) {
        const auto& [flow, trace, caller, vpc, service] = *facts.flowOf(each->id);
        if (!isWanted(flow) || !service || !vpc) continue;
        const InternetGateway* gateway = internetGatewayOn(facts.design(), trace);
        // Over a NAT gateway the call leaves as well, and is a finding of its own (VPE016).
        const bool leaves = gateway && !natGatewayOn(facts.design(), trace) &&
                            (trace.network == Verdict::Public || trace.network == Verdict::Partial);
        const Service* known = Catalog::builtIn().service(service->service);
        if (!leaves || !known || (!known->types.gateway && !known->types.interface)) continue;
        if (!seen.insert(caller->id.value + " " + service->service).second) continue;
        Finding finding{
            flow.id,
            facts.name(caller->id) + " reaches " + titleOf(service->service) + " over " + facts.name(gateway->id) + ".",
            Severity::Warning};
        if (!hasEndpoint(facts.network(), vpc->id, service->service))
            if (const Recommendation* endpoint = endpointFor(facts, flow, *vpc, *service))
                finding.fixes.push_back(fixOf(*endpoint));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule serviceOverInternetGateway = {
    .code = "RTE014",
    .name = "service-over-internet-gateway",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "AWS services are not reached through an internet gateway",
    .why =
        "The call needs a public address and a route to the internet, for a service that an endpoint "
        "would reach privately. Whoever can use the route can send data anywhere.",
    .howToFix =
        "Add the endpoint that AWS recommends for the service, then take the public address and the route "
        "away.",
    .source = "AWS PrivateLink Guide; Well-Architected SEC05-BP02 (F-016, F-103)",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
