#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule actionOfOtherService = policyRule<lint::actionOfOtherService>();

}  // namespace gw::rules
