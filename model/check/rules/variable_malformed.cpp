#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule variableMalformed = policyRule<lint::variableMalformed>();

}  // namespace gw::rules
