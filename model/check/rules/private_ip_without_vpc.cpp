#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule privateIpWithoutVpc = policyRule<lint::privateIpWithoutVpc>();

}  // namespace gw::rules
