#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule conditionNeverHolds = policyRule<lint::conditionNeverHolds>();

}  // namespace gw::rules
