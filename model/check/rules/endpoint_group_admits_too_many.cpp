#include <algorithm>
#include <set>

#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// All that call through an endpoint carrying the group.
std::vector<const Workload*> callersThrough(const Facts& facts, const Id<SecurityGroup>& group) {
    std::vector<const Flow*> needs;
    for (const Endpoint& endpoint : facts.design().endpoints)
        if (std::ranges::find(endpoint.securityGroups, group) != endpoint.securityGroups.end())
            for (const Flow* flow : needsOf(facts, endpoint)) needs.push_back(flow);
    return callersOf(facts.design(), needs);
}

bool isCallersBlock(const Facts& facts, const std::vector<const Workload*>& callers, const Cidr& block) {
    for (const Workload* caller : callers)
        for (const auto& id : caller->subnets)
            if (const Subnet* subnet = find(facts.design(), id);
                subnet && subnet->cidr && subnet->cidr->contains(block))
                return true;
    // Networks and VPCs beyond this one can only be named by their blocks.
    return std::ranges::any_of(facts.design().onPremisesNetworks, [&](const OnPremisesNetwork& network) {
        return std::ranges::any_of(network.cidrs, [&](const Cidr& own) { return own.contains(block); });
    });
}

bool isCallersGroup(const Facts& facts, const std::vector<const Workload*>& callers, const std::string& id) {
    return std::ranges::any_of(callers, [&](const Workload* caller) {
        return std::ranges::any_of(groupsOf(facts, *caller),
                                   [&](const SecurityGroup* group) { return group->id.value == id; });
    });
}

std::string peerName(const Facts& facts, const Peer& peer) {
    if (const Cidr* block = std::get_if<Cidr>(&peer)) return block->text();
    return facts.name(std::get<1>(peer));
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    std::set<std::string> seen;
    for (const Endpoint& endpoint : facts.design().endpoints)
        for (const auto& id : endpoint.securityGroups) {
            const SecurityGroup* group = find(facts.design(), id);
            if (endpoint.type != EndpointType::Interface || !group || group->isDefault || !seen.insert(id.value).second)
                continue;
            const auto callers = callersThrough(facts, id);
            if (callers.empty()) continue;
            std::vector<SecurityGroupRule> wide;
            for (const SecurityGroupRule& rule : group->ingress) {
                const Cidr* block = std::get_if<Cidr>(&rule.peer);
                const bool fits = block ? isCallersBlock(facts, callers, *block)
                                        : isCallersGroup(facts, callers, std::get<1>(rule.peer).value);
                if (!fits) wide.push_back(rule);
            }
            if (wide.empty()) continue;
            std::vector<std::string> names;
            std::vector<Edit> steps;
            for (const SecurityGroupRule& rule : wide) {
                names.push_back(peerName(facts, rule.peer));
                steps.push_back(edits::removeSecurityGroupRule(id, Direction::In, rule));
            }
            steps.push_back(letIn(facts, *group, callers, endpoint.subnets, endpoint.service));
            Finding finding{
                id, facts.name(id) + " admits " + listOf(names) + ", more than calls " + facts.name(endpoint.id) + ".",
                Severity::Warning};
            finding.fixes.push_back(
                reviewedFix("Admit to " + facts.name(id) + " its callers alone", inOrder("", std::move(steps))));
            found.push_back(std::move(finding));
        }
    return found;
}

}  // namespace

extern const Rule endpointGroupAdmitsTooMany = {
    .code = "VPE011",
    .name = "endpoint-group-admits-too-many",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "The security group of an endpoint admits its callers alone",
    .why =
        "Whoever reaches the endpoint can try its credentials there. A group that names whole address "
        "blocks, or groups that nobody who calls carries, lets more in than the design needs.",
    .howToFix = "Replace the rule by rules for the callers' security groups.",
    .source = "AWS PrivateLink Guide, Security groups (F-021)",
    .check = look,
};

}  // namespace gw::rules
