#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule effectUnknown = policyRule<lint::effectUnknown>();

}  // namespace gw::rules
