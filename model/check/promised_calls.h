#pragma once
#include <span>
#include <string>
#include <vector>

#include "model/reach/reach.h"

/// The calls that the invariants of a design speak of, also where no flow is drawn.
namespace gw {

/// Pairs beyond which an invariant is not looked at.
constexpr std::size_t mostPairs = 20'000;

struct PromisedPair {
    std::string from{};
    std::string to{};
    bool isDrawn = false;  ///< flows of the design lead from the one to the other
    friend bool operator==(const PromisedPair&, const PromisedPair&) = default;
};

/// Of one invariant.
struct PromisedPairs {
    std::vector<PromisedPair> pairs{};  ///< sorted; none where there are too many
    std::size_t count = 0;
    friend bool operator==(const PromisedPairs&, const PromisedPairs&) = default;
};

struct PromisedCalls {
    Id<Invariant> invariant{};
    std::shared_ptr<const Known<PromisedPairs>> spoken{};
    /// For each pair what would happen to a call of the one to the other, on the usual port and name, told briefly;
    /// nullptr for pairs that are drawn, whose traces are those of their flows.
    std::vector<KnownTrace> supposed{};
};

/// A call that the design does not draw.
Flow supposedCall(const std::string& from, const std::string& to);

/// Of every invariant, sorted; `previous` and `changes` as in traces(). Invariants that name neither sources nor
/// targets speak of nothing.
std::vector<PromisedCalls> promisedCalls(const Network& network, std::span<const PromisedCalls> previous,
                                         Changes& changes);

/// What a Reading notes of whoever looks at the calls of an invariant.
Part partOfPromise(const Id<Invariant>& invariant);

}  // namespace gw
