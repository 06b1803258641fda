#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule placeholderLeft = policyRule<lint::placeholderLeft>();

}  // namespace gw::rules
