#include "model/policy/policy_type.h"

#include <algorithm>
#include <array>

namespace gw {
namespace {

using PolicyPart = PolicyTypeInfo::Part;

// Characters: F-304. A role's trust policy is 2,048 by default and can be raised to 4,096, which is what AWS refuses.
constexpr std::array all{
    PolicyTypeInfo{PolicyType::Identity, "identity", "an identity policy", PolicyPart::Refused, PolicyPart::Required,
                   false, false, true, 10'240, false},
    PolicyTypeInfo{PolicyType::Resource, "resource", "a resource policy", PolicyPart::Required, PolicyPart::Optional,
                   true, true, false, 0, true},
    PolicyTypeInfo{PolicyType::Endpoint, "vpcEndpoint", "an endpoint policy", PolicyPart::Required,
                   PolicyPart::Required, true, true, false, 20'480, true},
    PolicyTypeInfo{PolicyType::ServiceControl, "serviceControl", "a service control policy", PolicyPart::Refused,
                   PolicyPart::Required, false, true, false, 10'240, true},
    PolicyTypeInfo{PolicyType::ResourceControl, "resourceControl", "a resource control policy", PolicyPart::Required,
                   PolicyPart::Required, false, true, false, 5'120, true},
    PolicyTypeInfo{PolicyType::Boundary, "permissionBoundary", "a permissions boundary", PolicyPart::Refused,
                   PolicyPart::Required, false, false, true, 6'144, false},
    PolicyTypeInfo{PolicyType::Session, "session", "a session policy", PolicyPart::Refused, PolicyPart::Required, false,
                   false, true, 2'048, false},
    PolicyTypeInfo{PolicyType::Trust, "trust", "a trust policy", PolicyPart::Required, PolicyPart::Refused, false, true,
                   true, 4'096, false},
};

}  // namespace

std::span<const PolicyTypeInfo> policyTypes() {
    return all;
}

const PolicyTypeInfo& infoOf(PolicyType type) {
    return all.at(static_cast<std::size_t>(type));
}

std::optional<PolicyType> policyTypeOf(std::string_view word) {
    const auto* at = std::ranges::find(all, word, &PolicyTypeInfo::word);
    return at == all.end() ? std::nullopt : std::optional(at->type);
}

}  // namespace gw
