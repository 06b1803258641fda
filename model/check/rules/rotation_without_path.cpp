#include <algorithm>

#include "model/check/needs.h"
#include "model/check/pathless.h"
#include "model/check/recommend.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool isDatabase(const Workload& workload) {
    return workload.workloadKind == WorkloadKind::Rds || workload.workloadKind == WorkloadKind::ElastiCache;
}

/// Functions that a declared call shows to rotate secrets.
std::vector<const Workload*> rotators(const Facts& facts) {
    std::vector<const Workload*> found;
    for (const auto& [flow, trace, caller, vpc, service] : facts.flows()) {
        if (isWanted(flow) && caller && caller->workloadKind == WorkloadKind::Lambda && rotatesSecrets(flow) &&
            std::ranges::count(found, caller) == 0)
            found.push_back(caller);
    }
    return found;
}

/// Lets the function in at the database and out of its own group, on the database's ports.
std::vector<Fix> fixesOf(const Facts& facts, const Workload& function, const Workload& database, const Flow& flow) {
    const auto from = groupsOf(facts, function);
    const auto to = groupsOf(facts, database);
    if (from.empty() || to.empty()) return {};
    SecurityGroupRule rule;
    rule.ports = flow.port.value_or(database.ports);
    std::vector<Edit> steps;
    const auto allow = [&](const SecurityGroup& group, Direction direction, const SecurityGroup& peer) {
        rule.peer = Peer(peer.id);
        const auto& rules = direction == Direction::In ? group.ingress : group.egress;
        if (std::ranges::count(rules, rule) == 0)
            steps.push_back(edits::allowInSecurityGroup(group.id, direction, rule));
    };
    allow(*from.front(), Direction::Out, *to.front());
    allow(*to.front(), Direction::In, *from.front());
    return {reviewedFix("Let " + facts.name(function.id) + " reach " + facts.name(database.id),
                        inOrder({}, std::move(steps)))};
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found = pathlessFindings(facts, PathlessKind::Rotation, [&](const PathlessCall& call) {
        return facts.name(call.caller->id) + " rotates secrets and has no way to Secrets Manager.";
    });
    for (const Workload* function : rotators(facts))
        for (const Flow* flow : facts.network().flowsFrom(function->id)) {
            const Workload* database = find(facts.design(), Id<Workload>{flow->to.value});
            const Trace* trace = facts.traceOf(flow->id);
            if (!isWanted(*flow) || !trace || !database || !isDatabase(*database)) continue;
            const bool stopped = std::ranges::any_of(trace->blockers, [](const Blocker& blocker) {
                return blocker.stage == Stage::SecurityGroupOut || blocker.stage == Stage::SecurityGroupIn;
            });
            if (stopped)
                found.push_back({flow->id,
                                 facts.name(function->id) + " rotates secrets, but security groups keep it from " +
                                     facts.name(database->id) + ".",
                                 Severity::Error, fixesOf(facts, *function, *database, *flow)});
        }
    return found;
}

}  // namespace

extern const Rule rotationWithoutPath = {
    .code = "DEP011",
    .name = "rotation-without-path",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A rotation function reaches Secrets Manager and its database",
    .why =
        "Rotation writes the new secret to Secrets Manager and sets it in the database. A function that "
        "reaches only one of the two leaves the secret half rotated, and clients locked out.",
    .howToFix = "Add an endpoint for Secrets Manager, and let the group of the database admit the function.",
    .source = "AWS Secrets Manager User Guide, Network access for the rotation function (F-182, F-183)",
    .check = look,
};

}  // namespace gw::rules
