#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule policyWithoutStatement = policyRule<lint::policyWithoutStatement>();

}  // namespace gw::rules
