#pragma once
#include <span>
#include <string_view>

#include "model/policy/lint/linted_policy.h"

namespace gw {

/// One thing that a policy is looked through for: how it is called, why it matters, and the function that looks.
struct PolicyCheck {
    std::string_view code;  ///< "PSY010", as in the rule catalogue; never reused
    std::string_view name;  ///< "unknown-action"
    Severity severity;      ///< the usual one; a finding may differ
    Category category;
    std::string_view title;  ///< as a sentence that holds in a good policy
    std::string_view why;
    std::string_view howToFix;
    std::string_view source;  ///< where AWS says so, by name; FACTS numbers
    void (*look)(const LintedPolicy& policy, PolicyFindings& found);
};

/// Every check, in order of code.
std::span<const PolicyCheck* const> allPolicyChecks();

}  // namespace gw
