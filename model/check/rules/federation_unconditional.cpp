#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule federationUnconditional = policyRule<lint::federationUnconditional>();

}  // namespace gw::rules
