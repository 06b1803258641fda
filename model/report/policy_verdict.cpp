#include "model/report/policy_verdict.h"

#include "model/design/references.h"

namespace gw {

bool isPolicyStage(Stage stage) {
    return stage == Stage::EndpointPolicy || stage == Stage::IdentityPolicy || stage == Stage::ResourcePolicy;
}

PolicyVerdict policyVerdictOf(const Trace& trace) {
    const Step* denies = nullptr;
    const Step* open = nullptr;
    bool isNotJudged = trace.policiesOpen;
    bool isAsked = false;
    for (const Hop& hop : trace.hops)
        for (const Step& step : hop.steps) {
            if (!isPolicyStage(step.stage)) continue;
            isAsked = true;
            if (step.outcome == Outcome::Blocked && !denies) denies = &step;
            if (step.outcome == Outcome::Unknown && !open) open = &step;
            isNotJudged = isNotJudged || step.outcome == Outcome::NotJudged;
        }
    if (denies) return {LineState::Denied, denies};
    if (open) return {LineState::Unknown, open};
    return {isAsked && !isNotJudged ? LineState::Allowed : LineState::NotAsked, nullptr};
}

std::string wordsOnLine(const Design& design, const PolicyVerdict& verdict) {
    if (!verdict.step) return {};
    const std::string by = nameOf(design, verdict.step->subject);
    return (verdict.state == LineState::Denied ? "denied by " : "unknown: ") + by;
}

}  // namespace gw
