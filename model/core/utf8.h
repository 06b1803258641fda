#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gw {

/// Bytes of the UTF-8 character at `at`, 1 to 4; 0 where there is none that is well-formed (RFC 3629: no surrogates,
/// nothing overlong, nothing over U+10FFFF). `at` lies within the text.
std::size_t utf8Length(std::string_view text, std::size_t at);

/// The code of the character that the text starts with, which is valid UTF-8.
std::uint32_t codeOf(std::string_view text);

/// How many characters the text holds; of what is no UTF-8 each byte that could start one.
std::size_t charactersIn(std::string_view text);

/// Appends the character of that code, at most 0x10FFFF.
void appendUtf8(std::string& out, std::uint32_t code);

}  // namespace gw
