#pragma once
#include <optional>
#include <string>

#include "model/design/design.h"
#include "model/policy/policy_type.h"

namespace gw {

/// Where in a design a draft would stand.
struct DraftPlace {
    AnyId row{};
    PolicyType type = PolicyType::Resource;
    std::string name{};  ///< of the row; what the judge calls its policy
    /// The resource that carries it; nullptr for other rows. Points into the design.
    const ServiceResource* resource = nullptr;
};

/// None where the row carries no policy that can be drafted.
std::optional<DraftPlace> draftPlaceOf(const Design& design, const AnyId& row);

/// The design with the document in that place.
Design withPolicy(Design design, const DraftPlace& place, const PolicyDocument& document);

}  // namespace gw
