#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule policyTooLong = policyRule<lint::policyTooLong>();

}  // namespace gw::rules
