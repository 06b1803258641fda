#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule networkIdMalformed = policyRule<lint::networkIdMalformed>();

}  // namespace gw::rules
