#include <algorithm>
#include <array>
#include <optional>

#include "model/check/group_calls.h"
#include "model/check/needs.h"
#include "model/check/open_to_internet.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// SQL Server, Oracle, MySQL, PostgreSQL, Redshift, Redis, Cassandra, Kafka, OpenSearch, memcached, MongoDB.
constexpr std::array<std::uint16_t, 12> databasePorts{1433, 1521, 3306, 5432, 5439,  6379,
                                                      7000, 9042, 9092, 9200, 11211, 27017};

bool opensDatabase(const SecurityGroupRule& rule) {
    // Ports mean nothing where the rule is for all protocols (F-247).
    return rule.protocol.isAll() ||
           std::ranges::any_of(databasePorts, [&](std::uint16_t port) { return rule.ports.contains(port); });
}

/// What takes the place of the open rules: one for each call that they let in, from the caller's own group. Empty where
/// somebody calls who has none.
std::optional<std::vector<SecurityGroupRule>> rulesForCallers(const Facts& facts, const std::vector<GroupCall>& calls,
                                                              const std::vector<SecurityGroupRule>& open) {
    std::vector<SecurityGroupRule> rules;
    for (const GroupCall& call : calls) {
        const bool isLetIn = std::ranges::any_of(open, [&](const SecurityGroupRule& rule) {
            return rule.protocol.covers(call.protocol) && rule.ports.overlaps(call.ports);
        });
        if (!isLetIn) continue;
        const auto groups = groupsOfThing(facts, call.from);
        if (groups.empty()) return std::nullopt;
        SecurityGroupRule rule;
        rule.protocol = call.protocol;
        rule.ports = call.ports;
        rule.peer = Peer(groups.front()->id);
        if (std::ranges::find(rules, rule) == rules.end()) rules.push_back(std::move(rule));
    }
    return rules;
}

std::vector<Fix> fixesOf(const Facts& facts, const SecurityGroup& group, const std::vector<GroupCall>& calls,
                         const std::vector<SecurityGroupRule>& open) {
    const auto rules = rulesForCallers(facts, calls, open);
    if (!rules) return {};
    std::vector<Edit> steps;
    for (const SecurityGroupRule& rule : open)
        steps.push_back(edits::removeSecurityGroupRule(group.id, Direction::In, rule));
    for (const SecurityGroupRule& rule : *rules)
        if (std::ranges::find(group.ingress, rule) == group.ingress.end())
            steps.push_back(edits::allowInSecurityGroup(group.id, Direction::In, rule));
    const std::string label = rules->empty() ? "Take the open rules out of " + facts.name(group.id)
                                             : "Admit to " + facts.name(group.id) + " its callers alone";
    return {reviewedFix(label, inOrder({}, std::move(steps)))};
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    std::optional<GroupCalls> calls;
    for (const SecurityGroup& group : facts.design().securityGroups) {
        if (std::ranges::none_of(group.ingress, opensDatabase)) continue;
        std::vector<std::string> names;
        std::vector<SecurityGroupRule> open;
        for (const std::uint16_t port : databasePorts) {
            const auto rules = rulesOpenToInternet(group, PortRange::single(port));
            if (!rules.empty()) names.push_back(std::to_string(port));
            for (const SecurityGroupRule& rule : rules)
                if (std::ranges::find(open, rule) == open.end()) open.push_back(rule);
        }
        if (names.empty()) continue;
        if (!calls) calls.emplace(facts);
        found.push_back(
            {group.id, facts.name(group.id) + " opens " + listOf(names) + " to the whole internet: ports of databases.",
             Severity::Warning, fixesOf(facts, group, calls->into(group), open)});
    }
    return found;
}

}  // namespace

extern const Rule databasePortOpenToInternet = {
    .code = "SGR014",
    .name = "database-port-open-to-internet",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "Ports of databases and caches are closed to the internet",
    .why =
        "A database that answers every address is found within hours and tried with every leaked password. "
        "Only the application needs to reach it.",
    .howToFix = "Admit the security groups of what calls, and nobody else.",
    .source = "AWS Security Hub EC2.19",
    .check = look,
};

}  // namespace gw::rules
