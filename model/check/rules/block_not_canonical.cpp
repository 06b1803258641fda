#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule blockNotCanonical = policyRule<lint::blockNotCanonical>();

}  // namespace gw::rules
