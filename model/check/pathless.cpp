#include "model/check/pathless.h"

#include <algorithm>
#include <array>
#include <set>

#include "model/catalog/catalog.h"
#include "model/check/needs.h"
#include "model/check/recommend.h"

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
    const auto [first, last] = std::ranges::equal_range(needs, call.caller->id, {},
                                                        [](const CompanionNeed& need) { return need.workload->id; });
    return std::any_of(first, last, [&](const CompanionNeed& need) {
        return need.service == call.target->service &&
               (need.flow ? isPathless(facts, *need.flow) : need.supposed.verdict == Verdict::Blocked);
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

PathlessCall callOf(const Facts& facts, const Flow& flow) {
    const Workload* caller = callerOf(facts.design(), flow);
    return {&flow, caller, serviceOf(facts.design(), flow), caller ? facts.network().vpcOf(*caller) : nullptr};
}

bool isPathless(const Facts& facts, const PathlessCall& call) {
    const Trace* trace = facts.traceOf(call.flow->id);
    if (!isWanted(*call.flow) || !call.target || !call.vpc || !trace || trace->verdict != Verdict::Blocked)
        return false;
    return trace->via.empty() &&
           std::ranges::none_of(facts.network().endpointsOf(call.vpc->id),
                                [&](const Endpoint* endpoint) { return endpoint->service == call.target->service; });
}

}  // namespace

bool isPathless(const Facts& facts, const Flow& flow) {
    return isPathless(facts, callOf(facts, flow));
}

bool rotatesSecrets(const Flow& flow) {
    // Only the last step of a rotation moves the stage labels of a secret (FACTS F-183).
    return std::ranges::count(flow.actions, "secretsmanager:UpdateSecretVersionStage") > 0;
}

std::vector<PathlessCall> pathlessCalls(const Facts& facts, PathlessKind kind) {
    std::vector<PathlessCall> calls;
    std::set<std::string> seen;
    for (const Flow& flow : facts.design().flows) {
        const PathlessCall call = callOf(facts, flow);
        if (isPathless(facts, call) && kindOf(facts, call) == kind &&
            seen.insert(call.caller->id.value + " " + call.target->service).second)
            calls.push_back(call);
    }
    return calls;
}

Finding pathlessFinding(const Facts& facts, const PathlessCall& call, std::string message) {
    Finding finding{call.flow->id, std::move(message), Severity::Error};
    if (auto advice = recommendedEndpoint(facts, call.vpc->id, call.target->service))
        finding.fixes.push_back(safeFix(advice->label, advice->edit));
    return finding;
}

}  // namespace gw
