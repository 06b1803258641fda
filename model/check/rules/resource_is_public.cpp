#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule resourceIsPublic = policyRule<lint::resourceIsPublic>();

}  // namespace gw::rules
