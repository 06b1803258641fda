#pragma once
#include <string>
#include <vector>

#include "model/policy/compiled_policy.h"

namespace gw {

/// Texts of a condition's typed values (numbers, moments, addresses, bytes), at least one from each interval that the
/// values of the conditions bound, so that no two values of one interval are told apart by any of them. `conditions`
/// are of one family: Numeric, Date, Ip or Binary.
std::vector<std::string> typedValueExamples(ConditionOperator::Family family,
                                            const std::vector<const CompiledCondition*>& conditions);

}  // namespace gw
