#pragma once
#include <optional>
#include <string_view>

#include "model/design/design.h"
#include "model/policy/lint/linted_policy.h"
#include "model/policy/suggest/suggest.h"
#include "model/reach/network.h"

/// Where policies hang in a design, and what of it they can speak of.
namespace gw {

PolicyPlace placeOfPolicy(const Endpoint& endpoint);
PolicyPlace placeOfPolicy(const ServiceResource& resource);
PolicyPlace placeOfPolicy(const ServiceNetwork& network);
PolicyPlace placeOfPolicy(const Design& design, const Policy& policy);
/// Of one of the role's own policies; of its trust policy.
PolicyPlace placeOfIdentityPolicy();
PolicyPlace placeOfTrustPolicy();

/// The same by the row and the key of its field: "policy", "trustPolicy", "document". None where no policy stands
/// there.
std::optional<PolicyPlace> placeOfPolicy(const Design& design, const AnyId& row, std::string_view field);

/// What the design has that its policies speak of.
PolicyVocabulary vocabularyOf(const Network& network);

}  // namespace gw
