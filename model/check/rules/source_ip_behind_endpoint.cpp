#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule sourceIpBehindEndpoint = policyRule<lint::sourceIpBehindEndpoint>();

}  // namespace gw::rules
