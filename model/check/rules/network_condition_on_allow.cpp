#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule networkConditionOnAllow = policyRule<lint::networkConditionOnAllow>();

}  // namespace gw::rules
