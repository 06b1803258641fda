#include "model/lockout/draft_place.h"

#include "model/reach/call_grants.h"
#include "model/reach/ruling.h"

namespace gw {

std::optional<DraftPlace> draftPlaceOf(const Design& design, const AnyId& row) {
    if (const auto* resource = find(design, Id<ServiceResource>{row.value}); resource && !resource->awsOwned)
        return DraftPlace{row, PolicyType::Resource, std::string(labelOf(*resource)), resource};
    if (const auto* endpoint = find(design, Id<Endpoint>{row.value}))
        return DraftPlace{row, PolicyType::Endpoint, std::string(labelOf(*endpoint))};
    if (const auto* policy = find(design, Id<Policy>{row.value}))
        return DraftPlace{row, policyTypeOf(design, *policy), std::string(labelOf(*policy))};
    return std::nullopt;
}

Design withPolicy(Design design, const DraftPlace& place, const PolicyDocument& document) {
    if (const auto* found = find(design, Id<ServiceResource>{place.row.value})) {
        ServiceResource resource = *found;
        resource.policy = document;
        design.resources.put(std::move(resource));
    } else if (const auto* at = find(design, Id<Endpoint>{place.row.value})) {
        Endpoint endpoint = *at;
        endpoint.policy = document;
        design.endpoints.put(std::move(endpoint));
    } else if (const auto* own = find(design, Id<Policy>{place.row.value})) {
        Policy policy = *own;
        policy.document = document;
        design.policies.put(std::move(policy));
    }
    return design;
}

}  // namespace gw
