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

/// What the action of the flow asks for; of any that a pattern matches the pattern. `request`: the one that the flow
/// makes of its target.
PolicyNeed needOf(const Flow& flow, const CallRequest& request, const std::string& action);

/// One Allow statement for each set of actions that the same resources are asked for, and nothing else; `members` are
/// further members of each statement, as JSON: "\"Principal\": \"*\", ".
PolicyDocument leastPrivilege(const std::vector<PolicyNeed>& needs, const std::string& members = {});

/// The policy with the statements of the other one behind its own.
PolicyDocument withStatements(const PolicyDocument& policy, const PolicyDocument& added);

}  // namespace gw
