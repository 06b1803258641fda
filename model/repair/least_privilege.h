#pragma once
#include <string>
#include <vector>

#include "model/design/values.h"

/// Policies that allow what is asked for, and nothing else.
namespace gw {

/// One call, as policies see it.
struct PolicyNeed {
    std::string action{};
    std::string resource{};  ///< an ARN; "*" for actions without a resource; empty where the design does not say
};

/// One Allow statement for each set of actions that the same resources are asked for, and nothing else; `members` are
/// further members of each statement, as JSON: "\"Principal\": \"*\", ".
PolicyDocument leastPrivilege(const std::vector<PolicyNeed>& needs, const std::string& members = {});

/// The policy with the statements of the other one behind its own.
PolicyDocument withStatements(const PolicyDocument& policy, const PolicyDocument& added);

}  // namespace gw
