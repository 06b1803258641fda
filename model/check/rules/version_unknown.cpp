#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule versionUnknown = policyRule<lint::versionUnknown>();

}  // namespace gw::rules
