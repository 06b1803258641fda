#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/design/values.h"

namespace gw {

/// The resource policy with the endpoints added to the lists of those that its denials spare: to each StringNotEquals
/// on aws:SourceVpce of a Deny that speaks of one of the actions. Whoever comes through them is denied by those no
/// more; what allows, and other denials, stay as they are. None where there is no such list, or it holds them all.
std::optional<PolicyDocument> sparingEndpoints(const PolicyDocument& policy, const std::vector<std::string>& actions,
                                               const std::vector<std::string>& endpoints);

}  // namespace gw
