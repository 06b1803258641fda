#include "model/check/companion_findings.h"

#include <algorithm>
#include <optional>

#include "model/catalog/catalog.h"
#include "model/check/needs.h"
#include "model/check/pathless.h"
#include "model/check/recommend.h"
#include "model/core/words.h"

namespace gw {
namespace {

/// Members of one set that one workload misses in one way.
struct Missed {
    const Workload* workload = nullptr;
    std::vector<std::string> services{};
    bool hasEndpoint = false;  ///< in its VPC, for each of them
    /// What stops the call to the endpoint that is there.
    std::vector<Blocker> stops{};
};

/// How badly the member is missed; empty where it is served, or the design says too little.
std::optional<Severity> severityOf(const Facts& facts, const CompanionNeed& need) {
    if (need.flow)
        return isPathless(facts, *facts.flowOf(need.flow->id)) ? std::optional(Severity::Error) : std::nullopt;
    if (need.supposed->value.network == Verdict::Blocked || need.supposed->value.network == Verdict::Partial)
        return Severity::Error;
    if (need.supposed->value.network == Verdict::Public && !need.supposed->value.networkAsWanted)
        return Severity::Warning;
    return std::nullopt;
}

/// Why a call that the set alone asks for does not get to the endpoint that is there.
std::vector<Blocker> stopsOf(const Facts& facts, const CompanionNeed& need) {
    const Vpc* vpc = facts.network().vpcOf(*need.workload);
    if (need.flow || !hasEndpoint(facts.network(), vpc->id, need.service)) return {};
    return supposedTrace(facts.network(), need).blockers;
}

/// Lets the workload in at the endpoint of each member, where security groups and route tables alone are in the way.
std::vector<Fix> admissionFixes(const Facts& facts, const Vpc& vpc, const Missed& missed) {
    const bool isAdmission = std::ranges::all_of(missed.stops, [](const Blocker& stop) {
        return stop.stage == Stage::SecurityGroupOut || stop.stage == Stage::SecurityGroupIn ||
               stop.code == "ROUTE_NONE";
    });
    if (!isAdmission) return {};
    std::vector<Edit> steps;
    const Workload* callers[] = {missed.workload};
    for (const Endpoint* endpoint : facts.network().endpointsOf(vpc.id)) {
        if (std::ranges::find(missed.services, endpoint->service) == missed.services.end()) continue;
        steps.push_back(admission(facts, *endpoint, callers));
    }
    return {
        reviewedFix("Let " + facts.name(missed.workload->id) + " reach " + listedWords(missed.services) + " privately",
                    inOrder({}, std::move(steps)))};
}

/// The endpoints that AWS recommends.
std::vector<Fix> endpointFixes(const Facts& facts, const Vpc& vpc, const Missed& missed) {
    std::vector<Edit> steps;
    for (const std::string& member : missed.services) {
        const Recommendation* endpoint = facts.recommended(vpc.id, member);
        if (!endpoint) return {};
        steps.push_back(endpoint->edit);
    }
    return {
        reviewedFix("Let " + facts.name(missed.workload->id) + " reach " + listedWords(missed.services) + " privately",
                    inOrder({}, std::move(steps)))};
}

std::vector<Fix> fixesOf(const Facts& facts, const Missed& missed) {
    const Vpc& vpc = *facts.network().vpcOf(*missed.workload);
    return missed.hasEndpoint ? admissionFixes(facts, vpc, missed) : endpointFixes(facts, vpc, missed);
}

std::string messageOf(const Facts& facts, const Missed& missed, std::string_view doing, Severity severity) {
    const std::string name = facts.name(missed.workload->id) + " " + std::string(doing);
    if (severity == Severity::Warning)
        return name + " privately, but reaches " + listedWords(missed.services) + " over the internet.";
    return name + ", but cannot reach " + listedWords(missed.services) + "." +
           (missed.stops.empty() ? "" : " " + missed.stops.front().text);
}

}  // namespace

void companionFindings(const Facts& facts, const Workload& workload, std::string_view set, std::string_view doing,
                       std::vector<Finding>& found) {
    for (const Severity severity : {Severity::Error, Severity::Warning}) {
        std::vector<Missed> all;
        for (const CompanionNeed& need : facts.companionNeedsOf(workload.id)) {
            if (need.set->id != set || severityOf(facts, need) != severity) continue;
            const bool served = hasEndpoint(facts.network(), need.vpc->id, need.service);
            std::vector<Blocker> stops = stopsOf(facts, need);
            const auto alike = std::ranges::find_if(
                all, [&](const Missed& missed) { return missed.hasEndpoint == served && missed.stops == stops; });
            if (alike != all.end())
                alike->services.emplace_back(need.service);
            else
                all.push_back({&workload, {std::string(need.service)}, served, std::move(stops)});
        }
        for (const Missed& missed : all)
            found.push_back({workload.id, messageOf(facts, missed, doing, severity), severity, fixesOf(facts, missed)});
    }
}

}  // namespace gw
