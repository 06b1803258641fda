#pragma once
#include <vector>

#include "model/reach/network.h"
#include "model/reach/traces.h"

namespace gw {

/// How one source fares with one target.
struct MatrixCell {
    AnyId from{};
    AnyId to{};
    /// The flows drawn between the two, sorted; none where the cell says what a call would meet.
    std::vector<Id<Flow>> flows{};
    /// The trace that is shown for the cell: that of the flow which fares worst, or of the call that would be made.
    Trace worst{};
};

/// The private-path matrix: sources of flows against what they call.
struct VerdictMatrix {
    std::vector<AnyId> rows{};        ///< sorted
    std::vector<AnyId> columns{};     ///< sorted
    std::vector<MatrixCell> cells{};  ///< by row, then by column; pairs without an answer are left out
};

/// The matrix of the flows that are drawn; `traces` are theirs, as traces() gives them.
VerdictMatrix matrixOf(const Design& design, const Traces& traces);

/// The same for every workload and every service resource of the design: pairs that no flow joins are traced as if the
/// workload called the service by its Regional name.
VerdictMatrix matrixOfAllPairs(const Network& network, const Traces& traces);

/// Which of two traces between the same two things is the one to show: what is not as wanted first, then what works
/// least. True where `a` comes before `b`.
bool isWorse(const Trace& a, const Trace& b);
/// The same as a number: the lower, the worse.
int rankOf(const Trace& trace);

}  // namespace gw
