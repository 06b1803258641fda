#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule actionUnknown = policyRule<lint::actionUnknown>();

}  // namespace gw::rules
