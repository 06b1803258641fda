#pragma once
#include <string>

#include <nlohmann/json_fwd.hpp>

namespace gw {

/// A second judge of policies, written from AWS's documentation alone: slow, without preparation, straight over the
/// JSON of the request. Knows no unknown keys. "Allowed", "ExplicitlyDenied" or "ImplicitlyDenied".
std::string policyOracle(const nlohmann::json& request);

}  // namespace gw
