#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/lint/linted_policy.h"

/// What fits where the cursor stands in a policy that is being written.
namespace gw {

/// A value of the design at hand, with what people call it.
struct PolicyWord {
    std::string text{};  ///< as it stands in a policy: an ARN, an id, a number
    std::string name{};  ///< "vpce-s3", "Bucket of order-archive"; empty where the text says all
    friend bool operator==(const PolicyWord&, const PolicyWord&) = default;
};

/// What the design at hand has that policies speak of.
struct PolicyVocabulary {
    std::vector<std::string> services{};   ///< prefixes in actions of those that are used, sorted: "s3"
    std::vector<PolicyWord> resources{};   ///< ARNs
    std::vector<PolicyWord> principals{};  ///< ARNs of roles
    std::vector<PolicyWord> accounts{};    ///< twelve digits
    std::vector<PolicyWord> endpoints{};
    std::vector<PolicyWord> vpcs{};
    std::vector<PolicyWord> blocks{};  ///< address blocks of the VPCs
    std::vector<PolicyWord> organizations{};
    std::vector<PolicyWord> regions{};
    friend bool operator==(const PolicyVocabulary&, const PolicyVocabulary&) = default;
};

/// One thing that could stand at the cursor.
struct PolicySuggestion {
    std::string label{};   ///< "s3:GetObject", "Effect"
    std::string detail{};  ///< what it is, a few words: "read", "vpce-s3"; empty for none
    /// Bytes [begin, end) of the text are replaced with `insert`.
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string insert{};
    /// What is selected afterwards, in bytes of `insert`; the cursor where both are the same.
    std::size_t selectFrom = 0;
    std::size_t selectTo = 0;
    friend bool operator==(const PolicySuggestion&, const PolicySuggestion&) = default;
};

/// Most suggestions at once: nobody reads more.
inline constexpr std::size_t maxPolicySuggestions = 200;

/// The best first: what starts as it is typed, then what holds it. None where nothing is known to fit. Takes any text.
/// `cursor` in bytes; `place` says where the policy hangs.
std::vector<PolicySuggestion> suggestionsAt(std::string_view text, std::size_t cursor, const PolicyPlace& place,
                                            const PolicyVocabulary& vocabulary);

/// The text with the suggestion taken.
std::string taken(std::string text, const PolicySuggestion& suggestion);

}  // namespace gw
