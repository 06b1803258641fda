#include <algorithm>

#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

bool usesDefaultGroup(const Design& design, const Endpoint& endpoint) {
    return std::ranges::any_of(endpoint.securityGroups, [&](const Id<SecurityGroup>& id) {
        const SecurityGroup* group = find(design, id);
        return group && group->isDefault;
    });
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    // The default group is a finding of its own.
    if (endpoint.securityGroups.empty() || usesDefaultGroup(facts.design(), endpoint)) return;
    std::vector<const Flow*> stopped;
    for (const Flow* flow : needsOf(facts, endpoint)) {
        const Trace* trace = facts.traceOf(flow->id);
        if (trace && goesThrough(*trace, endpoint.id) &&
            std::ranges::any_of(trace->blockers,
                                [](const Blocker& blocker) { return blocker.stage == Stage::SecurityGroupIn; }))
            stopped.push_back(flow);
    }
    for (const Workload* caller : callersOf(facts.design(), stopped)) {
        const SecurityGroup* group = find(facts.design(), endpoint.securityGroups.front());
        if (!group) continue;
        const std::string name = facts.name(caller->id);
        Finding finding{endpoint.id,
                        facts.name(group->id) + " of " + facts.name(endpoint.id) + " does not admit " + name + ".",
                        Severity::Error};
        finding.fixes.push_back(safeFix("Admit " + name + " to " + facts.name(group->id),
                                        letIn(facts, *group, {{caller}}, endpoint.subnets, endpoint.service)));
        found.push_back(std::move(finding));
    }
}

}  // namespace

extern const Rule endpointGroupKeepsCallerOut = {
    .code = "VPE010",
    .name = "endpoint-group-keeps-caller-out",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "The security group of an endpoint admits every caller",
    .why =
        "The group must allow the port of the service inbound from each caller; otherwise the connection "
        "to a private address times out.",
    .howToFix = "Add an inbound rule for the caller's security group.",
    .source = "AWS PrivateLink Guide, Create an interface endpoint (F-021)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
