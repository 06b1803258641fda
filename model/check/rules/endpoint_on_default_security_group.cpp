#include <algorithm>

#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

/// Callers that the endpoint's groups keep out.
std::vector<std::string> keptOut(const Facts& facts, const Endpoint& endpoint, const std::vector<const Flow*>& needs) {
    std::vector<std::string> names;
    for (const Flow* flow : needs) {
        const Trace* trace = facts.traceOf(flow->id);
        if (!trace || !goesThrough(*trace, endpoint.id)) continue;
        const bool stopped = std::ranges::any_of(
            trace->blockers, [](const Blocker& blocker) { return blocker.stage == Stage::SecurityGroupIn; });
        const std::string name = facts.name(flow->from);
        if (stopped && std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    return names;
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.type != EndpointType::Interface) return;
    const auto isDefault = [&](const Id<SecurityGroup>& id) {
        const SecurityGroup* group = find(facts.design(), id);
        return group && group->isDefault;
    };
    if (!endpoint.securityGroups.empty() && std::ranges::none_of(endpoint.securityGroups, isDefault)) return;
    const auto needs = needsOf(facts, endpoint);
    const auto out = keptOut(facts, endpoint, needs);
    const std::string name = facts.name(endpoint.id);
    Finding finding{endpoint.id,
                    out.empty() ? name + " uses the default security group of its VPC."
                                : name + " uses the default security group, which keeps out " + listOf(out) + ".",
                    out.empty() ? Severity::Warning : Severity::Error};
    finding.fixes.push_back(safeFix("Give " + name + " a security group of its own",
                                    ownGroupFor(facts, endpoint, callersOf(facts.design(), needs))));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule endpointOnDefaultSecurityGroup = {
    .code = "VPE009",
    .name = "endpoint-on-default-security-group",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "An interface endpoint has a security group of its own",
    .why =
        "An endpoint without a group of its own gets the VPC's default group, which admits traffic from "
        "itself alone: callers in other groups run into a timeout.",
    .howToFix = "Give the endpoint a group that admits its callers on the port of the service.",
    .source = "AWS PrivateLink Guide, Create an interface endpoint (F-020, F-021)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
