#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule endpointPolicyNegatesPrincipal = policyRule<lint::endpointPolicyNegatesPrincipal>();

}  // namespace gw::rules
