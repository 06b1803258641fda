#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule allowForAllButSome = policyRule<lint::allowForAllButSome>();

}  // namespace gw::rules
