#pragma once
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/policy/policy_type.h"

namespace gw {

/// A policy that somebody published, and what it is attached to.
struct CorpusPolicy {
    std::string name;
    PolicyType type = PolicyType::Identity;
    nlohmann::json document;
};

/// The policies of the corpus beside the repository that AWS would take; none where it is absent.
std::vector<CorpusPolicy> corpusPolicies();

/// A request that the policy speaks of, more often than not: actions, resources, principals and keys are those of its
/// statements, and it mostly falls to the policy to decide. The same for the same seed.
nlohmann::json requestAimedAt(const CorpusPolicy& policy, std::uint64_t seed);

}  // namespace gw
