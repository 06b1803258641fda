#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule gatewayPrincipalNarrowed = policyRule<lint::gatewayPrincipalNarrowed>();

}  // namespace gw::rules
