#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule wildcardWithoutLike = policyRule<lint::wildcardWithoutLike>();

}  // namespace gw::rules
