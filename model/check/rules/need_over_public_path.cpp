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
        if (flow.intent != FlowIntent::Private || !service || !vpc || trace.network != Verdict::Public) continue;
        const NatGateway* nat = natGatewayOn(facts.design(), trace);
        if (!nat || !seen.insert(caller->id.value + " " + service->service).second) continue;
        Finding finding{
            flow.id,
            facts.name(caller->id) + " reaches " + titleOf(service->service) + " over " + facts.name(nat->id) + ".",
            Severity::Warning};
        if (!hasEndpoint(facts.network(), vpc->id, service->service))
            if (const Recommendation* endpoint = endpointFor(facts, flow, *vpc, *service))
                finding.fixes.push_back(fixOf(*endpoint));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule needOverPublicPath = {
    .code = "VPE016",
    .name = "need-over-public-path",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "What must be private does not leave through a NAT gateway",
    .why =
        "The call works, but through a NAT gateway to the public address of the service: it is paid by "
        "the gigabyte, and a policy cannot tell it from any other caller by its endpoint.",
    .howToFix = "Add the endpoint that AWS recommends; take the route away when nothing else needs it.",
    .source = "AWS PrivateLink Guide; analysis of paths (F-103)",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
