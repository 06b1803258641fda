#pragma once
#include <cstddef>
#include <string>
#include <string_view>

/// Text of the user's on one line, and as it is: nothing in it moves the cursor, turns the order of what stands beside
/// it, or cannot be seen.
namespace gw {

/// The text with U+FFFD in place of each control character, line or paragraph separator, character that sets the
/// direction of others, character without a shape of its own (a space of no width, a soft hyphen, a tag) and byte that
/// is no UTF-8. Text from right to left stays, and so does what joins letters or the parts of an emoji.
std::string plainText(std::string_view text);
/// The same of a text of several lines: new lines and tabs stay.
std::string plainLines(std::string_view text);

/// The first `most` bytes of the text at most, of whole characters; "…" behind them where there are more.
std::string shortened(std::string_view text, std::size_t most);

/// The text as a JSON string that a message can repeat: shortened to 60 bytes, and what plainText() would replace
/// written as \uXXXX.
std::string quotedBriefly(std::string_view text);

}  // namespace gw
