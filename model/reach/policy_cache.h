#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/design/values.h"
#include "model/policy/compiled_policy.h"
#include "model/policy/policy_type.h"

namespace gw {

/// A policy of the design, made ready for judging.
struct JudgedPolicy {
    CompiledPolicy policy{};
    /// Whether AWS would take it; of another one the judge cannot say what it does.
    bool isValid = false;
    /// The accounts that it names by their twelve digits, each once, sorted.
    std::vector<std::string> accounts{};
};

/// Policies by their text, each read once, when first asked for. Any thread may ask.
class PolicyCache {
public:
    /// The policy stays where it is as long as the cache. `api`: the ARN that short names in the policy of an API stand
    /// for; empty for all else.
    const JudgedPolicy& of(const PolicyDocument& document, PolicyType type, const std::string& api = {});
    std::size_t size() const;

private:
    mutable std::mutex mutex_;
    std::unordered_map<std::string, std::unique_ptr<const JudgedPolicy>> policies_;
};

}  // namespace gw
