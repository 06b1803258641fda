#include "model/check/policy_stops.h"

#include <algorithm>

#include "model/check/needs.h"
#include "model/repair/situation.h"

namespace gw {

std::vector<const Step*> policyStops(const FlowFacts& flow, std::initializer_list<Code> codes) {
    std::vector<const Step*> stops;
    if (!isWanted(flow.flow)) return stops;
    for (const Hop& hop : flow.trace.hops)
        for (const Step& step : hop.steps)
            if (step.outcome == Outcome::Blocked && !step.actions.empty() &&
                std::ranges::any_of(codes, [&](Code code) { return nameOf(code) == step.code; }))
                stops.push_back(&step);
    return stops;
}

bool isOfKey(const Facts& facts, const Step& step) {
    const auto* resource = find(facts.design(), Id<ServiceResource>{step.subject.value});
    return resource && resource->service == "kms";
}

namespace {

/// Whether what denies the flow at that step denies it no more once the edit is done.
bool liftsDenial(const Edit& edit, const FlowFacts& flow, const Step& step, const Design& design) {
    const auto changed = apply(edit, design);
    const Flow* after = changed ? find(*changed, flow.flow.id) : nullptr;
    if (!after) return false;
    const Trace told = trace(Network(*changed), *after);
    return std::ranges::none_of(told.hops, [&](const Hop& hop) {
        return std::ranges::any_of(hop.steps, [&](const Step& each) {
            return each.code == step.code && each.subject == step.subject && each.outcome == Outcome::Blocked;
        });
    });
}

}  // namespace

std::vector<Fix> allowingFixes(const Facts& facts, const FlowFacts& flow, const Step& step) {
    std::vector<Fix> fixes;
    for (Candidate& each : passPolicies(Situation(facts.network(), flow.flow, flow.trace), step)) {
        // Of several denials one may be for another reason.
        if (step.code == nameOf(Code::PolicyResourceExplicit) && !liftsDenial(each.edit, flow, step, facts.design()))
            continue;
        std::string label = each.edit.label;
        fixes.push_back(reviewedFix(std::move(label), std::move(each.edit)));
    }
    return fixes;
}

}  // namespace gw
