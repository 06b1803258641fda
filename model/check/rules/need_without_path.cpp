#include <algorithm>
#include <set>

#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    std::set<std::string> seen;
    for (const Flow& flow : facts.design().flows) {
        const Workload* caller = callerOf(facts.design(), flow);
        const ServiceResource* service = serviceOf(facts.design(), flow);
        const Vpc* vpc = caller ? facts.network().vpcOf(*caller) : nullptr;
        const Trace* trace = facts.traceOf(flow.id);
        if (!isWanted(flow) || !service || !vpc || !trace || trace->verdict != Verdict::Blocked) continue;
        const bool hasEndpoint =
            std::ranges::any_of(facts.network().endpointsOf(vpc->id),
                                [&](const Endpoint* endpoint) { return endpoint->service == service->service; });
        if (hasEndpoint || !trace->via.empty() || !seen.insert(caller->id.value + " " + service->service).second)
            continue;
        Finding finding{flow.id, facts.name(caller->id) + " has no way to " + titleOf(service->service) + ".",
                        Severity::Error};
        if (auto advice = recommendedEndpoint(facts, vpc->id, service->service))
            finding.fixes.push_back(safeFix(advice->label, advice->edit));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule needWithoutPath = {
    .code = "VPE015",
    .name = "need-without-path",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Every service that is needed can be reached",
    .why =
        "The design declares a call for which there is no endpoint, no NAT gateway and no internet "
        "gateway: it will time out.",
    .howToFix = "Add the endpoint that AWS recommends for the service.",
    .source = "AWS PrivateLink Guide; Reachability Analyzer NO_ROUTE_TO_DESTINATION (F-016)",
    .check = look,
};

}  // namespace gw::rules
