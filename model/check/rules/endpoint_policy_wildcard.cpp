#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule endpointPolicyWildcard = policyRule<lint::endpointPolicyWildcard>();

}  // namespace gw::rules
