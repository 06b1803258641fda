#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule arnMalformed = policyRule<lint::arnMalformed>();

}  // namespace gw::rules
