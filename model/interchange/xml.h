#pragma once
#include <string>
#include <string_view>

namespace gw {

/// The text for use between tags or in an attribute: markup escaped, what XML 1.0 forbids (control characters, invalid
/// UTF-8) replaced by U+FFFD.
std::string xmlText(std::string_view text);

/// The text as an XML name that no other text gives: letters, digits, "-" and "." stay, other bytes become "_" and two
/// hexadecimal digits.
std::string xmlName(std::string_view text);

/// A coordinate with at most two digits behind the point: "12", "12.5", "-0.25".
std::string xmlNumber(double value);

}  // namespace gw
