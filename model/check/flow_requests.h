#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/check/facts.h"
#include "model/policy/evaluate.h"

/// The requests that flows make, and the policies of the design that have a say in them.
namespace gw {

/// One request for each action of the flow, signed as the flow says, with the context that follows from its way; of all
/// other keys nothing is known. None where the design does not say who signs or what is asked for.
std::vector<AccessRequest> requestsOf(const Facts& facts, const FlowFacts& flow);
/// The role that signs the flow; nullptr where none does.
const Role* signerOf(const Facts& facts, const FlowFacts& flow);

/// Twelve digits; empty where the design does not say.
std::string accountOf(const Design& design, const Role& role);
/// The account that owns the resource; empty where the design does not say.
std::string accountOf(const Design& design, const ServiceResource& resource);
/// "arn:aws:iam::111122223333:role/order-task"
std::string arnOf(const Facts& facts, const Role& role);

/// The role's inline and managed policies; those that AWS would refuse are left out.
std::vector<GrantedPolicy> identityPoliciesOf(const Design& design, const Role& role);
CompiledPolicy endpointPolicyOf(const Endpoint& endpoint);
/// The resource's own policy, an API's short resource names written out; none where it has none.
std::optional<GrantedPolicy> resourcePolicyOf(const ServiceResource& resource);

/// Whether the policy, alone, lets the request through: it allows it and does not deny it. Unknown where a key that is
/// not known decides.
Match admits(const CompiledPolicy& policy, const AccessRequest& request, PrincipalRule rule = PrincipalRule::Usual);
/// The same for an endpoint's policy by the endpoint's kind.
Match admits(const Endpoint& endpoint, const AccessRequest& request);

}  // namespace gw
