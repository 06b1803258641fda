#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule sidMalformed = policyRule<lint::sidMalformed>();

}  // namespace gw::rules
