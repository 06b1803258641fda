#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule elementRedundant = policyRule<lint::elementRedundant>();

}  // namespace gw::rules
