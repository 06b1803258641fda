#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule conditionValueOfWrongType = policyRule<lint::conditionValueOfWrongType>();

}  // namespace gw::rules
