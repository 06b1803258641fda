#include "model/check/companion_findings.h"

#include <algorithm>
#include <optional>

#include "model/catalog/catalog.h"
#include "model/check/needs.h"
#include "model/check/pathless.h"
#include "model/check/recommend.h"

namespace gw {
namespace {

/// Members of one set that one workload misses in one way.
struct Missed {
    const Workload* workload = nullptr;
    std::vector<std::string> services{};
};

/// "a, b and c": every one is named, since each is missed.
std::string allOf(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

/// How badly the member is missed; empty where it is served, or the design says too little.
std::optional<Severity> severityOf(const Facts& facts, const CompanionNeed& need) {
    if (need.flow)
        return isPathless(facts, *facts.flowOf(need.flow->id)) ? std::optional(Severity::Error) : std::nullopt;
    if (need.supposed.verdict == Verdict::Blocked || need.supposed.verdict == Verdict::Partial) return Severity::Error;
    if (need.supposed.verdict == Verdict::Public && !need.supposed.asWanted) return Severity::Warning;
    return std::nullopt;
}

/// What serves the member: the endpoint that AWS recommends, or access to the one that is there.
std::optional<Edit> service(const Facts& facts, EndpointAdvice& advice, const Vpc& vpc, const std::string& member,
                            const Workload& workload) {
    for (const Endpoint* endpoint : facts.network().endpointsOf(vpc.id))
        if (endpoint->service == member) {
            const Workload* callers[] = {&workload};
            return admission(facts, *endpoint, callers);
        }
    const Recommendation* endpoint = advice.of(vpc.id, member);
    return endpoint ? std::optional(endpoint->edit) : std::nullopt;
}

std::vector<Fix> fixesOf(const Facts& facts, EndpointAdvice& advice, const Missed& missed) {
    const Vpc* vpc = facts.network().vpcOf(*missed.workload);
    std::vector<Edit> steps;
    for (const std::string& member : missed.services) {
        auto step = service(facts, advice, *vpc, member, *missed.workload);
        if (!step) return {};
        steps.push_back(*std::move(step));
    }
    return {reviewedFix("Let " + facts.name(missed.workload->id) + " reach " + allOf(missed.services) + " privately",
                        inOrder({}, std::move(steps)))};
}

std::string messageOf(const Facts& facts, const Missed& missed, std::string_view doing, Severity severity) {
    const std::string name = facts.name(missed.workload->id) + " " + std::string(doing);
    return severity == Severity::Error
               ? name + ", but cannot reach " + allOf(missed.services) + "."
               : name + " privately, but reaches " + allOf(missed.services) + " over the internet.";
}

}  // namespace

std::vector<Finding> companionFindings(const Facts& facts, std::string_view set, std::string_view doing) {
    std::vector<Finding> found;
    EndpointAdvice advice(facts);
    for (const Severity severity : {Severity::Error, Severity::Warning}) {
        std::vector<Missed> all;
        for (const CompanionNeed& need : facts.companionNeeds()) {
            if (need.set->id != set || severityOf(facts, need) != severity) continue;
            if (all.empty() || all.back().workload != need.workload) all.push_back({need.workload, {}});
            all.back().services.emplace_back(need.service);
        }
        for (const Missed& missed : all)
            found.push_back({missed.workload->id, messageOf(facts, missed, doing, severity), severity,
                             fixesOf(facts, advice, missed)});
    }
    return found;
}

}  // namespace gw
