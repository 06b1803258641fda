#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule resourceFitsNoAction = policyRule<lint::resourceFitsNoAction>();

}  // namespace gw::rules
