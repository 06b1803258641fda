#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule statementWithoutEffect = policyRule<lint::statementWithoutEffect>();

}  // namespace gw::rules
