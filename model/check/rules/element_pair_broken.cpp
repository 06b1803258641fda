#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule elementPairBroken = policyRule<lint::elementPairBroken>();

}  // namespace gw::rules
