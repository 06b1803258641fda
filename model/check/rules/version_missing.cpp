#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule versionMissing = policyRule<lint::versionMissing>();

}  // namespace gw::rules
