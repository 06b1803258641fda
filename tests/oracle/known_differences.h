#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string_view>

namespace gw {

/// Where iam-simulate 0.1.173 judges otherwise than AWS says that AWS does.
struct KnownDifference {
    /// What it does, in a few words.
    std::string_view name{};
    /// What AWS says, and where. One that begins with `unsettled` is about what no page of AWS tells.
    std::string_view source{};
    /// The request that AWS would judge as iam-simulate judges this one; none where the difference does not touch it.
    /// So a difference explains no more than it should: our verdict on that request has to be iam-simulate's on this.
    std::optional<nlohmann::json> (*asJudgedThere)(const nlohmann::json& request) = nullptr;
};

/// How the source of a difference begins where AWS says neither that we are right nor that the other is.
inline constexpr std::string_view unsettled = "AWS does not say: ";

/// About principals, kinds of policy and resources.
std::span<const KnownDifference> differencesInPolicies();
/// About operators, values and variables.
std::span<const KnownDifference> differencesInConditions();

}  // namespace gw
