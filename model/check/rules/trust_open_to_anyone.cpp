#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule trustOpenToAnyone = policyRule<lint::trustOpenToAnyone>();

}  // namespace gw::rules
