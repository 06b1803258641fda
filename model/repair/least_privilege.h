#pragma once
#include <string>
#include <vector>

#include "model/design/values.h"
#include "model/reach/call_request.h"

/// Policies that allow what is asked for, and nothing else.
namespace gw {

/// One call, as policies see it.
struct PolicyNeed {
    std::string action{};
    std::string resource{};  ///< an ARN; "*" for actions without a resource; empty where the design does not say
};

/// What the action asks for; a pattern where it may be one of many.
PolicyNeed needOf(const CallRequest& request, const std::string& action);
/// What the flow asks of its target, an entry for each of its actions.
std::vector<PolicyNeed> needsOf(const Network& network, const Flow& flow, const ServiceResource& target);
/// What the target's service asks on the caller's behalf of the KMS key that the target is encrypted with; none where
/// it has no such key, or AWS owns it.
std::vector<PolicyNeed> keyNeedsOf(const Network& network, const Flow& flow, const ServiceResource& target);

/// One Allow statement for each set of actions that the same resources are asked for, and nothing else; `members` are
/// further members of each statement, as JSON: "\"Principal\": \"*\", ".
PolicyDocument leastPrivilege(const std::vector<PolicyNeed>& needs, const std::string& members = {});

/// The same as Deny statements.
PolicyDocument denialOf(const std::vector<PolicyNeed>& needs, const std::string& members = {});

/// The policy with the statements of the other one behind its own.
PolicyDocument withStatements(const PolicyDocument& policy, const PolicyDocument& added);

}  // namespace gw
