#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule actionMatchesNothing = policyRule<lint::actionMatchesNothing>();

}  // namespace gw::rules
