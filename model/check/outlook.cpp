#include "model/check/outlook.h"

#include <algorithm>

#include "model/reach/reach.h"
#include "model/reach/what_if.h"

namespace gw {

Outlook::Outlook(const Facts& facts, const Edit& edit) : facts_(facts), design_(apply(edit, facts.design())) {
    if (!design_) return;
    const Network after(*design_, &facts.network());
    Changes changes = after.changesSince(facts.network());
    traces_ = traces(after, facts.traces(), changes);
}

bool Outlook::blocks(const Id<Flow>& flow) const {
    const Trace* trace = traces_.of(flow);
    return trace && trace->verdict == Verdict::Blocked;
}

bool Outlook::harmsNothing() const {
    if (!design_) return false;
    const auto changes = changesBetween(facts_.design(), facts_.traces(), traces_);
    return std::ranges::none_of(changes, [](const FlowChange& each) { return isWorse(each.effect); }) &&
           std::ranges::none_of(traces_, [&](const Trace& after) { return isStoppedAnew(after); });
}

bool Outlook::isStoppedAnew(const Trace& after) const {
    const Flow* flow = find(facts_.design(), after.flow);
    const Trace* before = facts_.traces().of(after.flow);
    if (!flow || !before || flow->intent == FlowIntent::Blocked) return false;
    return std::ranges::any_of(after.blockers, [&](const Blocker& blocker) {
        return std::ranges::none_of(before->blockers, [&](const Blocker& old) {
            return old.stage == blocker.stage && old.code == blocker.code && old.subject == blocker.subject;
        });
    });
}

}  // namespace gw
