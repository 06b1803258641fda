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
    return design_ && std::ranges::none_of(changesBetween(facts_.design(), facts_.traces(), traces_),
                                           [](const FlowChange& each) { return isWorse(each.effect); });
}

}  // namespace gw
