#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/lint/lint.h"

/// What is found in a policy, as text and as JSON (resources/schema/policy-lint.schema.json).
namespace gw {

/// A policy that was looked through. Keeps views: path and text must outlive it.
struct CheckedPolicy {
    std::string_view path{};  ///< as it was given; "-" for standard input
    std::string_view text{};
    PolicyPlace place{};
    std::vector<PolicyFinding> findings{};
};

/// "path:3:14: warning PSY010 (action-unknown): message", a line each, with fixes, and how many there are.
std::string policyLintText(const CheckedPolicy& checked);
std::string policyLintJson(const CheckedPolicy& checked);

}  // namespace gw
