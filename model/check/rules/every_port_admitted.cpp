#include <algorithm>
#include <optional>

#include "model/check/group_calls.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool admitsEveryPort(const SecurityGroup& group, const SecurityGroupRule& rule) {
    const bool isSelf = rule.peer == Peer(group.id);
    return !isSelf && (rule.protocol.isAll() || (rule.protocol.hasPorts() && rule.ports.isAll()));
}

/// The rule for the ports that are called: one for each call it lets in.
std::vector<SecurityGroupRule> narrowed(const SecurityGroupRule& rule, const std::vector<GroupCall>& calls) {
    std::vector<SecurityGroupRule> rules;
    for (const GroupCall& call : calls) {
        if (!rule.protocol.covers(call.protocol)) continue;
        SecurityGroupRule narrow = rule;
        narrow.protocol = call.protocol;
        narrow.ports = call.protocol.hasPorts() ? call.ports : PortRange{};
        if (std::ranges::find(rules, narrow) == rules.end()) rules.push_back(std::move(narrow));
    }
    return rules;
}

/// None where a call itself is for every port.
std::vector<Fix> fixesOf(const Facts& facts, const SecurityGroup& group, const std::vector<GroupCall>& calls,
                         const std::vector<SecurityGroupRule>& wide) {
    std::vector<Edit> steps;
    std::vector<SecurityGroupRule> rules;
    for (const SecurityGroupRule& rule : wide) {
        steps.push_back(edits::removeSecurityGroupRule(group.id, Direction::In, rule));
        for (SecurityGroupRule& narrow : narrowed(rule, calls)) {
            if (admitsEveryPort(group, narrow)) return {};
            const bool isThere = std::ranges::count(group.ingress, narrow) + std::ranges::count(rules, narrow) > 0;
            if (!isThere) rules.push_back(std::move(narrow));
        }
    }
    std::vector<std::string> ports;
    for (const SecurityGroupRule& rule : rules) {
        if (std::ranges::count(ports, rule.ports.text()) == 0) ports.push_back(rule.ports.text());
        steps.push_back(edits::allowInSecurityGroup(group.id, Direction::In, rule));
    }
    const std::string name = facts.name(group.id);
    return {reviewedFix(ports.empty() ? "Take the wide rules out of " + name
                                      : "Admit " + listOf(ports) + " to " + name + ", which is what is called",
                        inOrder({}, std::move(steps)))};
}

bool isOfEndpoint(const Facts& facts, const SecurityGroup& group) {
    return std::ranges::any_of(facts.network().endpointsOf(group.vpc), [&](const Endpoint* endpoint) {
        return std::ranges::count(endpoint->securityGroups, group.id) > 0;
    });
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    std::optional<GroupCalls> calls;
    for (const SecurityGroup& group : facts.design().securityGroups) {
        std::vector<SecurityGroupRule> wide;
        std::vector<std::string> peers;
        for (const SecurityGroupRule& rule : group.ingress)
            if (admitsEveryPort(group, rule) && std::ranges::count(wide, rule) == 0) {
                wide.push_back(rule);
                peers.push_back(peerOf(facts, rule));
            }
        // What an endpoint's group lets in beside its callers and its port has rules of its own (VPE011, VPE012).
        if (wide.empty() || isOfEndpoint(facts, group)) continue;
        if (!calls) calls.emplace(facts);
        found.push_back({group.id, facts.name(group.id) + " admits every port from " + listOf(peers) + ".",
                         Severity::Warning, fixesOf(facts, group, calls->into(group), wide)});
    }
    return found;
}

}  // namespace

extern const Rule everyPortAdmitted = {
    .code = "SGR016",
    .name = "every-port-admitted",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "A security group admits the ports that are called, and no others",
    .why =
        "A rule for all ports also opens those that nobody thought of: debuggers, agents, the port of the "
        "next process that is installed.",
    .howToFix = "Name the ports that the callers use.",
    .source = "AWS Well-Architected Framework SEC05-BP02; checks of checkov, prowler and KICS for the same",
    .check = look,
};

}  // namespace gw::rules
