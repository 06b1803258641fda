#pragma once
#include <optional>
#include <string_view>

namespace gw {

/// The six parts of an Amazon Resource Name, as views into its text: arn:partition:service:region:account:resource. The
/// resource may hold colons.
struct Arn {
    std::string_view partition{};
    std::string_view service{};
    std::string_view region{};
    std::string_view account{};
    std::string_view resource{};

    /// None where the text has no six parts or does not start with "arn".
    static std::optional<Arn> parse(std::string_view text);
};

/// Whether the ARN is the other itself, or that of something in it: objects lie in their bucket. Nothing lies in an
/// empty text or in "*".
bool isArnWithin(std::string_view arn, std::string_view around);

/// Twelve digits.
bool isAccountNumber(std::string_view text);

}  // namespace gw
