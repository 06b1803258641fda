#pragma once
#include <tl/expected.hpp>

#include <string_view>

#include "model/core/json.h"
#include "model/policy/evaluate.h"
#include "model/policy/read.h"

namespace gw {

/// A request with every policy that has a say in it.
struct EvaluationRequest {
    AccessRequest request{};
    Grants grants{};
};

/// Reads the document that `gatewright-cli policy evaluate` takes (resources/schema/policy-request.schema.json). A key
/// with null for its values is not known; one that is not there is absent. Refuses at the first thing that is wrong,
/// with its place in `text`; a policy that AWS would refuse is refused.
tl::expected<EvaluationRequest, PolicyProblem> readEvaluationRequest(std::string_view text);

}  // namespace gw
