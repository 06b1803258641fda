#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/core/severity.h"

namespace gw {

struct PolicyCheck;

/// Bytes [begin, end) of a policy's text, and what stands there afterwards.
struct PolicyTextEdit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text{};
    friend bool operator==(const PolicyTextEdit&, const PolicyTextEdit&) = default;
};

/// What mends a finding, all edits together; none of them touches another.
struct PolicyFix {
    std::string label{};  ///< "Write s3:GetObject"
    bool safe = false;  ///< whether what the policy allows and denies stays as it is, or as it was meant without doubt
    std::vector<PolicyTextEdit> edits{};
};

/// The text with all edits of a fix done.
std::string mended(std::string text, const PolicyFix& fix);

/// One thing found in a policy by one check.
struct PolicyFinding {
    const PolicyCheck* check = nullptr;
    Severity severity = Severity::Warning;
    /// What to underline, in bytes of the text; `end` lies behind it.
    std::size_t begin = 0;
    std::size_t end = 0;
    /// What is wrong, one sentence.
    std::string message{};
    std::optional<PolicyFix> fix{};
};

}  // namespace gw
