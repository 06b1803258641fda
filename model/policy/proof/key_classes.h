#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/policy/compiled_policy.h"

namespace gw {

/// The values of a condition key in a request; none where the key is absent.
using KeyValues = std::vector<std::string>;

/// One condition key of a question: an example of each class of its values that the conditions tell apart, the absent
/// key first.
struct KeyClasses {
    /// As a policy writes it.
    std::string key{};
    std::vector<KeyValues> examples{};
    /// The conditions that the classes decide not: those of another type than the rest, beside them.
    std::vector<const CompiledCondition*> undecided{};
};

/// `conditions`: all of one key, at least one. A key has several values at once where a condition uses a set operator
/// on it or AWS lists it as multivalued. None where there are more classes than can be worked through.
std::optional<KeyClasses> keyClassesOf(const std::vector<const CompiledCondition*>& conditions);

/// Whether the condition holds of these values, where whatever else it asks for is not known.
Match conditionOn(const CompiledCondition& condition, const KeyValues& values);
/// Whether the condition compares with a policy variable.
bool hasVariables(const CompiledCondition& condition);

}  // namespace gw
