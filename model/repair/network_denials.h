#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/design/values.h"
#include "model/policy/access_request.h"
#include "model/policy/compiled_policy.h"

namespace gw {

/// A request that a resource's policy denies, as it comes through one of the endpoints.
struct DeniedRequest {
    AccessRequest request{};
    /// What of its resource's ARN is sure; all of it, or the start of the many that it may be.
    std::string sureArn{};
    /// Whether who signs has a permissions boundary.
    bool limitedByBoundary = false;
};

/// The resource policy with the endpoints added to the lists of those that its denials spare: to each StringNotEquals
/// on aws:SourceVpce of a Deny that speaks, or may speak, of one of the requests. Whoever comes through them is denied
/// by those no more; what allows, and other denials, stay as they are. None where there is no such list, or it holds
/// them all.
/// `compiled`: the same policy, as it is judged.
std::optional<PolicyDocument> sparingEndpoints(const PolicyDocument& policy, const CompiledPolicy& compiled,
                                               const std::vector<DeniedRequest>& denied,
                                               const std::vector<std::string>& endpoints);

}  // namespace gw
