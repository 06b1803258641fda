#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule characterRefused = policyRule<lint::characterRefused>();

}  // namespace gw::rules
