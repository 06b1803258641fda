#pragma once
#include <initializer_list>
#include <string>
#include <vector>

#include "model/check/facts.h"
#include "model/check/rule.h"
#include "model/reach/codes.h"

/// What policies say against flows, as their traces tell it.
namespace gw {

/// The steps at which policies stop the flow for one of these reasons, in the order of the way; none of a flow that is
/// not to work. Where the design does not say who signs or what is asked for, nothing stops it.
std::vector<const Step*> policyStops(const FlowFacts& flow, std::initializer_list<Code> codes);
/// Whether it is the policy of a KMS key that the step speaks of: of the key that is called, or of one that what is
/// called is encrypted with.
bool isOfKey(const Facts& facts, const Step& step);
/// The fixes of the repair room for what stops the flow at that step, each to be looked at first.
std::vector<Fix> allowingFixes(const Facts& facts, const FlowFacts& flow, const Step& step);

}  // namespace gw
