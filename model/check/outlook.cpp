#include "model/check/outlook.h"

#include <algorithm>

#include "model/check/companions.h"
#include "model/reach/reach.h"
#include "model/reach/what_if.h"

namespace gw {
namespace {

bool isMet(const CompanionNeed& need) {
    return !need.supposed || need.supposed->value.network != Verdict::Blocked;
}

/// Whether something that a workload cannot do without, and got, is out of its reach.
bool loses(const std::vector<CompanionNeed>& before, const std::vector<CompanionNeed>& after) {
    const auto isSame = [](const CompanionNeed& a, const CompanionNeed& b) {
        return a.workload->id == b.workload->id && a.service == b.service && a.set == b.set;
    };
    return std::ranges::any_of(after, [&](const CompanionNeed& need) {
        if (isMet(need)) return false;
        auto old = std::ranges::lower_bound(before, need.workload->id, {},
                                            [](const CompanionNeed& each) { return each.workload->id; });
        for (; old != before.end() && old->workload->id == need.workload->id; ++old)
            if (isSame(*old, need) && isMet(*old)) return true;
        return false;
    });
}

}  // namespace

Outlook::Outlook(const Facts& facts, const Edit& edit) : facts_(facts) {
    // What comes of an edit hangs on all that tells a verdict: one part stands for that.
    Reading::note(Facts::verdictsPart);
    const Unnoted unnoted;
    if (auto after = apply(edit, facts.design())) design_ = *std::move(after);
    if (!design_) return;
    const Network after(*design_, &facts.network());
    Changes changes = after.changesSince(facts.network());
    traces_ = traces(after, facts.traces(), changes);
    const auto& needs = facts.companionNeeds();
    losesNeed_ = loses(needs, companionNeeds(after, needs, changes, declareAlike(facts.design(), *design_)));
}

bool Outlook::blocks(const Id<Flow>& flow) const {
    const Trace* trace = traces_.of(flow);
    return trace && trace->verdict == Verdict::Blocked;
}

bool Outlook::harmsNothing() const {
    const Unnoted unnoted;
    if (!design_ || losesNeed_) return false;
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
