#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/pattern.h"

namespace gw {

/// A pattern as the automaton walks it.
struct TextPattern {
    std::vector<PatternToken> tokens{};
    bool ignoreCase = false;
};
/// Patterns of which one that matches is enough.
using TextPatterns = std::vector<TextPattern>;

/// Which texts there are at all.
struct TextUniverse {
    /// One must match; every text where there is none.
    TextPatterns within{};
    /// The characters for where any will do, the preferred first.
    std::string_view letters =
        "xyzabcdefghijklmnopqrstuvw0123456789-_/.+=,@XYZABCDEFGHIJKLMNOPQRSTUVW #$%&'()!;<>[]^`{|}~\"";
    /// Whether texts hold no other characters than `letters`.
    bool lettersAlone = false;
};

/// A text of each class of those that `groups` tell apart by matching: for every text of the universe, the same groups
/// match it and one of these. Exact: all patterns are walked side by side as one automaton, breadth first, so that the
/// examples are short. `preferred`: texts to take as examples where they stand for a class. None where there are more
/// than `maxStates` states to walk through.
std::optional<std::vector<std::string>> textClasses(const std::vector<TextPatterns>& groups,
                                                    const TextUniverse& universe,
                                                    const std::vector<std::string>& preferred, std::size_t maxStates);

}  // namespace gw
