#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule elementUnknown = policyRule<lint::elementUnknown>();

}  // namespace gw::rules
