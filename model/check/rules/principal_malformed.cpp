#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule principalMalformed = policyRule<lint::principalMalformed>();

}  // namespace gw::rules
