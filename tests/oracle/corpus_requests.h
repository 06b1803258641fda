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

struct Corpus {
    /// Those that AWS would take.
    std::vector<CorpusPolicy> policies;
    /// How many files there are, those with placeholders that no reader takes among them.
    int files = 0;
};

/// The corpus beside the repository; empty where it is absent.
Corpus corpus();

/// A request that the policy speaks of, more often than not: actions, resources, principals and keys are those of its
/// statements, and it mostly falls to the policy to decide. The same for the same seed.
nlohmann::json requestAimedAt(const CorpusPolicy& policy, std::uint64_t seed);

}  // namespace gw
