#include "model/check/policy_rule.h"

namespace gw::rules {

extern const Rule perimeterKeyNotSent = policyRule<lint::perimeterKeyNotSent>();

}  // namespace gw::rules
