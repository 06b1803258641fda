#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule setOperatorMisused = policyRule<lint::setOperatorMisused>();

}  // namespace gw::rules
