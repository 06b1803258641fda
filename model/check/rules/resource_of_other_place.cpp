#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule resourceOfOtherPlace = policyRule<lint::resourceOfOtherPlace>();

}  // namespace gw::rules
