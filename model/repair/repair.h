#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/edit/edit.h"
#include "model/reach/network.h"
#include "model/reach/what_if.h"

namespace gw {

/// A set of edits that makes a flow fare as it is wanted to, with none to spare: with all of them it does, with all but
/// one it does not.
struct Repair {
    std::vector<Edit> steps{};  ///< in an order in which they can be done
    Verdict verdict = Verdict::Unknown;
    std::vector<AnyId> via{};
    /// What stands there afterwards costs so much more in a month, US dollars at list price without data; less than
    /// nothing where something is taken away. Empty where a price is not known.
    std::optional<double> monthlyUsd{};
    /// What it does to the other flows of the design.
    std::vector<FlowChange> sideEffects{};
    bool fewestEdits = false;
    bool cheapest = false;
    bool mostPrivate = false;  ///< opens the design least: rules that name groups before rules that name blocks

    bool breaksSomething() const;
    /// All steps as one edit, one step of the history.
    Edit whole() const;
};

/// Up to three ways to make the flow as it is wanted: the fewest edits, the cheapest, the most private; the one with
/// the fewest edits first. None where the flow is as wanted already, is meant to be blocked, or where no edit that
/// Gatewright knows of helps. Takes some milliseconds: for one flow that somebody looks at, not for all at every edit.
std::vector<Repair> repairsOf(const Design& design, const Id<Flow>& flow);
/// The same where the design has been traced: `traces` are those of all flows of the network. What a repair leaves as
/// it is, is taken over from them.
std::vector<Repair> repairsOf(const Network& network, const Traces& traces, const Id<Flow>& flow);

}  // namespace gw
