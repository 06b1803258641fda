#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule arnFieldUnsupported = policyRule<lint::arnFieldUnsupported>();

}  // namespace gw::rules
