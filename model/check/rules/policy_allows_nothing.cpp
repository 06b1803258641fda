#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule policyAllowsNothing = policyRule<lint::policyAllowsNothing>();

}  // namespace gw::rules
