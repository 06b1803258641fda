#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule networkDenyWithoutExceptions = policyRule<lint::networkDenyWithoutExceptions>();

}  // namespace gw::rules
