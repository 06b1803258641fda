#include <algorithm>

#include "model/check/promises.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

std::string promiseOf(const Invariant& invariant) {
    return invariant.name.empty() ? invariant.id.value : invariant.name;
}

/// A breach that is sure is shown before one that policies or missing facts may still undo.
const Breach& worst(const std::vector<Breach>& breaches) {
    const auto weight = [](const Breach& each) { return (each.unknown ? 2 : 0) + (each.policiesMayDecide ? 1 : 0); };
    return *std::ranges::min_element(breaches, {}, weight);
}

std::string messageOf(const Facts& facts, const Invariant& invariant, const std::vector<Breach>& breaches) {
    const Breach& shown = worst(breaches);
    std::string text = promiseOf(invariant) + (shown.unknown ? " cannot be told: " : " does not hold: ");
    text += trace(facts.network(), shown.call).summary;
    if (shown.policiesMayDecide && !shown.unknown)
        text += " Policies may still forbid it: no flow says who asks for what.";
    if (breaches.size() > 1) text += " And " + std::to_string(breaches.size() - 1) + " more.";
    return text;
}

void lookAt(const Facts& facts, const Invariant& invariant, std::vector<Finding>& found) {
    if (invariant.from.empty() && invariant.fromTags.empty() && invariant.to.empty() && invariant.toTags.empty()) {
        found.push_back(
            {invariant.id, promiseOf(invariant) + " names neither sources nor targets yet.", Severity::Hint});
        return;
    }
    const Holding holding = holdingOf(facts, invariant);
    if (holding.tooWide) {
        found.push_back({invariant.id,
                         promiseOf(invariant) + " speaks of " + std::to_string(holding.pairs) +
                             " pairs, which are too many to hold it against; name sources and targets.",
                         Severity::Warning});
        return;
    }
    if (holding.breaches.empty()) return;
    const Breach& shown = worst(holding.breaches);
    const Severity severity = shown.unknown || shown.policiesMayDecide ? Severity::Warning : Severity::Error;
    found.push_back({invariant.id, messageOf(facts, invariant, holding.breaches), severity});
}

}  // namespace

extern const Rule invariantHolds = {
    .code = "INV001",
    .name = "invariant-holds",
    .severity = Severity::Error,
    .category = Category::Security,
    .title = "Every invariant of the design holds",
    .why =
        "An invariant is a promise made for the whole design: it is held against every pair of source and target it "
        "speaks of, also where no flow is drawn, so that a change made elsewhere cannot break it unseen.",
    .howToFix =
        "Follow the path in the message and close it, or change the invariant if it no longer says what you want.",
    .source = "Your own design; its paths as trace shows them, stage by stage",
    .check = each<&Design::invariants, lookAt>(),
};

}  // namespace gw::rules
