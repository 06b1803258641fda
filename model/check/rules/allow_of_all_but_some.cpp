#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule allowOfAllButSome = policyRule<lint::allowOfAllButSome>();

}  // namespace gw::rules
