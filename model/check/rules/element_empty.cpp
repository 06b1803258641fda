#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule elementEmpty = policyRule<lint::elementEmpty>();

}  // namespace gw::rules
