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
    for (const auto& [flow, trace, caller, vpc, service] : facts.flows()) {
        if (!isWanted(flow)) continue;
        const Endpoint* endpoint = endpointOn(facts.design(), trace);
        if (!caller || !endpoint || endpoint->type == EndpointType::Gateway) continue;
        const bool stopped = std::ranges::any_of(
            trace.blockers, [](const Blocker& blocker) { return blocker.stage == Stage::SecurityGroupOut; });
        if (!stopped || !seen.insert(caller->id.value + " " + endpoint->id.value).second) continue;
        const auto groups = groupsOf(facts, *caller);
        const std::string by =
            groups.empty() ? std::string("The default security group") : facts.name(groups.front()->id);
        Finding finding{caller->id,
                        by + " does not let " + facts.name(caller->id) + " out to " + facts.name(endpoint->id) + ".",
                        Severity::Error};
        if (!groups.empty())
            finding.fixes.push_back(safeFix("Let " + facts.name(caller->id) + " out to " + facts.name(endpoint->id),
                                            letOutTo(facts.network(), *endpoint, *caller)));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule callerEgressMissesEndpoint = {
    .code = "SGR002",
    .name = "caller-egress-misses-endpoint",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "The security group of a caller lets it reach the endpoint",
    .why =
        "The caller's group must allow the port of the service outbound to the endpoint's network "
        "interfaces; otherwise the connection times out before it leaves.",
    .howToFix = "Add an outbound rule to the endpoint's security group.",
    .source = "Reachability Analyzer ENI_SG_RULES_MISMATCH; AWS PrivateLink Guide (F-022)",
    .check = look,
};

}  // namespace gw::rules
