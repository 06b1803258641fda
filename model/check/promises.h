#pragma once
#include <vector>

#include "model/check/facts.h"

/// Whether the invariants that a design carries hold.
namespace gw {

/// A pair of things for which an invariant does not hold, or cannot be told to hold, and the way that shows it.
struct Breach {
    /// A flow of the design, or the call that the source would make.
    Flow call{};
    /// The way stays open only as far as the network goes: policies, which could not be asked, may still close it.
    bool policiesMayDecide = false;
    /// A fact is missing: the promise may hold.
    bool unknown = false;
};

struct Holding {
    std::vector<Breach> breaches{};
    /// Pairs of sources and targets that the invariant speaks of.
    std::size_t pairs = 0;
    /// There were too many pairs, and none was looked at.
    bool tooWide = false;
};

/// Holds every pair of sources and targets against the invariant: by the flows drawn between the two, else by the call
/// that the one would make to the other, on the target's usual port and name.
Holding holdingOf(const Facts& facts, const Invariant& invariant);

}  // namespace gw
