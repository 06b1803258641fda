#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule endpointPolicyAdmitsAll = policyRule<lint::endpointPolicyAdmitsAll>();

}  // namespace gw::rules
