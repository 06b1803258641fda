#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule operatorUnknown = policyRule<lint::operatorUnknown>();

}  // namespace gw::rules
