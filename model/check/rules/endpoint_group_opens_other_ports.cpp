#include <algorithm>
#include <map>

#include "model/catalog/catalog.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// One security group that endpoints alone carry.
struct Behind {
    const Endpoint* endpoint = nullptr;  ///< one that somebody calls; nullptr where nobody does
    std::vector<PortRange> ports{};      ///< of all services behind the group
    bool isKnown = true;                 ///< the catalogue knows every one of them
};
using BehindGroups = std::map<Id<SecurityGroup>, Behind>;

/// Takes out groups that something else carries too: it may need their other ports.
template <class Rows>
void takeOut(BehindGroups& groups, const Rows& rows) {
    for (const auto& row : rows)
        for (const auto& id : row.securityGroups) groups.erase(id);
}

BehindGroups behindGroups(const Facts& facts) {
    BehindGroups groups;
    const Design& design = facts.design();
    for (const Endpoint& endpoint : design.endpoints) {
        const Service* service = Catalog::builtIn().service(endpoint.service);
        for (const auto& id : endpoint.securityGroups) {
            Behind& behind = groups[id];
            behind.isKnown = behind.isKnown && service;
            if (!behind.endpoint && !needsOf(facts, endpoint).empty()) behind.endpoint = &endpoint;
            for (const PortRange& ports : service ? service->ports : std::vector<PortRange>())
                if (!std::ranges::count(behind.ports, ports)) behind.ports.push_back(ports);
        }
    }
    takeOut(groups, design.workloads);
    takeOut(groups, design.loadBalancers);
    takeOut(groups, design.resourceGateways);
    takeOut(groups, design.resolverEndpoints);
    return groups;
}

bool fits(const SecurityGroupRule& rule, const std::vector<PortRange>& ports) {
    return rule.protocol == Protocol::tcp() &&
           std::ranges::any_of(ports, [&](const PortRange& own) { return own.contains(rule.ports); });
}

/// The service's own ports in the place of the rule; a rule that lets in none of them goes.
Edit narrowed(const SecurityGroup& group, const std::vector<SecurityGroupRule>& wide,
              const std::vector<PortRange>& ports) {
    std::vector<SecurityGroupRule> there = group.ingress;
    std::vector<Edit> steps;
    for (const SecurityGroupRule& rule : wide) {
        steps.push_back(edits::removeSecurityGroupRule(group.id, Direction::In, rule));
        std::erase(there, rule);
        for (const PortRange& own : ports) {
            const bool letsIn =
                rule.protocol.covers(Protocol::tcp()) && (!rule.protocol.hasPorts() || rule.ports.overlaps(own));
            SecurityGroupRule after = rule;
            after.protocol = Protocol::tcp();
            after.ports = own;
            if (!letsIn || std::ranges::count(there, after)) continue;
            there.push_back(after);
            steps.push_back(edits::allowInSecurityGroup(group.id, Direction::In, after));
        }
    }
    return inOrder({}, std::move(steps));
}

std::string textOf(const SecurityGroupRule& rule) {
    if (rule.protocol.isAll()) return "all ports";
    return rule.protocol.hasPorts() ? rule.ports.text() + "/" + rule.protocol.text() : rule.protocol.text();
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const auto& [id, services] : behindGroups(facts)) {
        const SecurityGroup* group = find(facts.design(), id);
        if (!group || group->isDefault || !services.endpoint || !services.isKnown) continue;
        std::vector<SecurityGroupRule> wide;
        std::vector<std::string> names;
        for (const SecurityGroupRule& rule : group->ingress)
            if (!fits(rule, services.ports)) {
                wide.push_back(rule);
                if (!std::ranges::count(names, textOf(rule))) names.push_back(textOf(rule));
            }
        if (wide.empty()) continue;
        const std::string name = facts.name(id);
        found.push_back(
            {id,
             name + " opens " + listOf(names) + ", more than " + facts.name(services.endpoint->id) + " answers on.",
             Severity::Warning,
             {safeFix("Open on " + name + " the ports of the service alone", narrowed(*group, wide, services.ports))}});
    }
    return found;
}

}  // namespace

extern const Rule endpointGroupOpensOtherPorts = {
    .code = "VPE012",
    .name = "endpoint-group-opens-other-ports",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "The security group of an endpoint opens the ports of its service",
    .why =
        "An endpoint answers on the ports of its service alone, mostly 443. What else its group opens serves nobody, "
        "and opens whatever the group is given to next.",
    .howToFix = "Open the service's own ports to its callers, and no others.",
    .source = "AWS PrivateLink Guide, Create an interface endpoint, Security groups (F-021)",
    .check = look,
};

}  // namespace gw::rules
