#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule conditionKeyUnsupported = policyRule<lint::conditionKeyUnsupported>();

}  // namespace gw::rules
