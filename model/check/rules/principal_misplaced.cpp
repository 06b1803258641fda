#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule principalMisplaced = policyRule<lint::principalMisplaced>();

}  // namespace gw::rules
