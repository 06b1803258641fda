#pragma once
#include <cstdint>

namespace gw {

/// A character of a pattern, or a wildcard: what is more than a byte. "Within" stays inside one part of an ARN.
using PatternToken = std::uint16_t;

inline constexpr PatternToken anyOneToken = 0x100;
inline constexpr PatternToken anyOneWithinToken = 0x101;
inline constexpr PatternToken anyRunToken = 0x102;
inline constexpr PatternToken anyRunWithinToken = 0x103;

/// The character in lower case where it is an ASCII letter.
constexpr char lowerAscii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr PatternToken literalToken(char c) {
    return static_cast<unsigned char>(c);
}

constexpr bool isRunToken(PatternToken token) {
    return token == anyRunToken || token == anyRunWithinToken;
}

/// Whether the token, no run, stands for the character. Where case does not count both are in lower case.
constexpr bool matchesOneToken(PatternToken token, char c) {
    return token == literalToken(c) || token == anyOneToken || (token == anyOneWithinToken && c != ':');
}

}  // namespace gw
