#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule servicePrincipalFromAnywhere = policyRule<lint::servicePrincipalFromAnywhere>();

}  // namespace gw::rules
