#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule anyRolePassed = policyRule<lint::anyRolePassed>();

}  // namespace gw::rules
