#pragma once
#include <cstddef>
#include <string>
#include <string_view>

/// Text of the user's on one line, and as it is: nothing in it moves the cursor, or turns the order of what stands
/// beside it.
namespace gw {

/// The text with U+FFFD in place of each control character, line or paragraph separator, character that sets the
/// direction of others (U+202A to U+202E, U+2066 to U+2069) and byte that is no UTF-8. Text from right to left stays.
std::string plainText(std::string_view text);

/// The first `most` bytes of the text at most, of whole characters; "…" behind them where there are more.
std::string shortened(std::string_view text, std::size_t most);

/// The text as a JSON string that a message can repeat: shortened to 60 bytes, and what plainText() would replace
/// written as \uXXXX.
std::string quotedBriefly(std::string_view text);

}  // namespace gw
