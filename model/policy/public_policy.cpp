#include "model/policy/public_policy.h"

#include <algorithm>
#include <array>

namespace gw {

bool isPublic(const CompiledPolicy& bucketPolicy) {
    return std::ranges::any_of(bucketPolicy.statements(), [](const CompiledStatement& statement) {
        return statement.allows() && statement.isForEveryone() &&
               std::ranges::none_of(statement.conditions(), &CompiledCondition::pinsCaller);
    });
}

}  // namespace gw
