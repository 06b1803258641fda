#include "model/check/pathless_calls.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "model/catalog/catalog.h"
#include "model/check/needs.h"

namespace gw {
namespace {

constexpr std::array<std::string_view, 8> messaging{"sqs",    "sns",         "events", "kinesis-streams",
                                                    "states", "sync-states", "pipes",  "scheduler"};

bool isTask(const Workload& workload) {
    return workload.workloadKind == WorkloadKind::Fargate || workload.workloadKind == WorkloadKind::Ecs;
}

/// What a task needs before its own code runs is asked for by its execution role.
bool isAskedAtStart(const PathlessCall& call) {
    return isTask(*call.caller) && call.flow->role && call.flow->role == call.caller->executionRole;
}

/// Services without an endpoint in the Region that is called, as far as AWS's list tells.
bool hasNoEndpoint(const Facts& facts, const ServiceResource& target) {
    const Service* service = Catalog::builtIn().service(target.service);
    if (!service || (!service->types.gateway && !service->types.interface)) return true;
    const std::string_view region = facts.network().regionOf(target);
    return !service->onlyRegion.empty() && !region.empty() && service->onlyRegion != region;
}

/// Whether the rule about a companion set of the caller tells of the call.
bool isCompanion(const Facts& facts, const PathlessCall& call) {
    const auto& needs = facts.companionNeeds();
    const auto ofCaller = [](const CompanionNeed& need) { return need.workload->id; };
    const auto first = std::ranges::lower_bound(needs, call.caller->id, {}, ofCaller);
    const auto last = std::ranges::upper_bound(needs, call.caller->id, {}, ofCaller);
    return std::any_of(first, last, [&](const CompanionNeed& need) {
        return need.service == call.target->service && (need.flow ? isPathless(facts, *facts.flowOf(need.flow->id))
                                                                  : need.supposed->value.network == Verdict::Blocked);
    });
}

PathlessKind kindOf(const Facts& facts, const PathlessCall& call) {
    const std::string& service = call.target->service;
    if (isCompanion(facts, call)) return PathlessKind::Companion;
    if (hasNoEndpoint(facts, *call.target)) return PathlessKind::NoEndpoint;
    if (call.caller->workloadKind == WorkloadKind::Lambda)
        return service == "secretsmanager" && rotatesSecrets(*call.flow) ? PathlessKind::Rotation
                                                                         : PathlessKind::Function;
    if (isAskedAtStart(call)) {
        if (service == "logs") return PathlessKind::TaskLogs;
        if (service == "secretsmanager" || service == "ssm") return PathlessKind::TaskSecrets;
    }
    if (service == "kms") return PathlessKind::Keys;
    if (service == "sts") return PathlessKind::Credentials;
    if (std::ranges::find(messaging, service) != messaging.end()) return PathlessKind::Messaging;
    if (service == "ec2") return PathlessKind::Ec2Api;
    return PathlessKind::Other;
}

}  // namespace

bool isPathless(const Facts& facts, const FlowFacts& flow) {
    return isWanted(flow.flow) && flow.service && flow.vpc && flow.trace.network == Verdict::Blocked &&
           flow.trace.via.empty() && !hasEndpoint(facts.network(), flow.vpc->id, flow.service->service);
}

bool rotatesSecrets(const Flow& flow) {
    // Only the last step of a rotation moves the stage labels of a secret (FACTS F-183).
    return std::ranges::count(flow.actions, "secretsmanager:UpdateSecretVersionStage") > 0;
}

std::vector<PathlessCall> pathlessCalls(const Facts& facts) {
    std::vector<PathlessCall> calls;
    std::set<std::tuple<PathlessKind, const Workload*, std::string_view>> seen;
    for (const FlowFacts& each : facts.flows()) {
        if (!isPathless(facts, each)) continue;
        PathlessCall call{PathlessKind::Other, &each.flow, each.caller, each.service, each.vpc};
        call.kind = kindOf(facts, call);
        calls.push_back(call);
    }
    // Of one kind the first of each caller and service tells enough.
    std::erase_if(calls, [&](const PathlessCall& call) {
        return !seen.emplace(call.kind, call.caller, call.target->service).second;
    });
    return calls;
}

}  // namespace gw
