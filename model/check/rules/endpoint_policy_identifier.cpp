#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule endpointPolicyIdentifier = policyRule<lint::endpointPolicyIdentifier>();

}  // namespace gw::rules
