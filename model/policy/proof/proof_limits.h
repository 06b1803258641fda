#pragma once
#include <cstddef>

namespace gw {

/// How far a proof goes before it says that it does not know.
struct ProofLimits {
    /// Of the automaton of one dimension's patterns.
    std::size_t states = 20'000;
    /// Classes of a key with several values.
    std::size_t valueSets = 1'024;
    /// Boxes that one search cuts.
    std::size_t pieces = 200'000;
    /// Boxes that a statement falls into by what cannot be decided in it.
    std::size_t boxesOfAStatement = 256;
    /// Requests that are held against the judge before a question counts as undecided.
    std::size_t attempts = 2'000;
    /// Guesses at whose account a canonical user is, for each of which a question is answered anew.
    std::size_t guesses = 48;
};
inline constexpr ProofLimits proofLimits{};

}  // namespace gw
