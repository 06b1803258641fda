#pragma once
#include "model/check/facts.h"
#include "model/edit/edit.h"

/// Policies that allow exactly what the flows of a design need.
namespace gw {

/// A policy made from flows, in the place of what stands there.
struct FlowPolicy {
    std::size_t flows = 0;  ///< that it is made from
    PolicyDocument document{};
    /// The statements that come and go, a line each: "+ Allow s3:PutObject on arn:...".
    std::vector<std::string> changes{};
    Edit edit{"", {}};
};

/// Of a role, an endpoint or a resource: one statement for each set of actions that the same principals do with the
/// same resources. Statements that deny stay. A role keeps no other policy that allows; what a service asks of the key
/// of what is encrypted on the caller's behalf is allowed to it, too. Refuses a thing that no wanted flow is about, and
/// flows that do not say which ARN they ask for, or who signs.
Result<FlowPolicy> leastPolicyFor(const Facts& facts, const AnyId& thing);

/// Whether such a policy can be made of the thing at all.
bool takesFlowPolicy(const Design& design, const AnyId& thing);

}  // namespace gw
