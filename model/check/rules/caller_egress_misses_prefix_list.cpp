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
        if (!caller || !endpoint || endpoint->type != EndpointType::Gateway) continue;
        const bool stopped = std::ranges::any_of(
            trace.blockers, [](const Blocker& blocker) { return blocker.stage == Stage::SecurityGroupOut; });
        if (!stopped || !seen.insert(caller->id.value + " " + endpoint->service).second) continue;
        const auto groups = groupsOf(facts, *caller);
        const std::string by =
            groups.empty() ? std::string("The default security group") : facts.name(groups.front()->id);
        Finding finding{caller->id,
                        by + " does not let " + facts.name(caller->id) + " out to " + titleOf(endpoint->service) + ".",
                        Severity::Error};
        if (!groups.empty())
            finding.fixes.push_back(
                safeFix("Let " + facts.name(caller->id) + " out to the prefix list of " + titleOf(endpoint->service),
                        letOutToPrefixList(facts, {{caller}}, endpoint->service)));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule callerEgressMissesPrefixList = {
    .code = "SGR003",
    .name = "caller-egress-misses-prefix-list",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "The security group of a caller lets it reach S3 or DynamoDB through the gateway endpoint",
    .why =
        "A gateway endpoint has no security group, yet the caller's group must allow the public addresses "
        "of the service outbound: its prefix list names them.",
    .howToFix = "Add an outbound rule for 443 to the service's prefix list.",
    .source = "AWS PrivateLink Guide, Gateway endpoints, Security (F-106)",
    .check = look,
};

}  // namespace gw::rules
