#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule endpointPolicyAccount = policyRule<lint::endpointPolicyAccount>();

}  // namespace gw::rules
