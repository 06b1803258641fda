#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule everybodyLockedOut = policyRule<lint::everybodyLockedOut>();

}  // namespace gw::rules
