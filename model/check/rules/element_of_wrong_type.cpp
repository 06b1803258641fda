#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule elementOfWrongType = policyRule<lint::elementOfWrongType>();

}  // namespace gw::rules
