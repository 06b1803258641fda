#include "model/core/visible_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "model/core/json.h"
#include "model/core/utf8.h"

namespace gw {
namespace {

struct Codes {
    std::uint32_t first;
    std::uint32_t last;
};

/// Characters that move the cursor, turn the order of those around them, or cannot be seen at all (Unicode 15:
/// controls, Bidi_Control and Default_Ignorable_Code_Point), but for those of `joining`.
constexpr auto unseen = std::to_array<Codes>({{0x00, 0x1F},
                                              {0x7F, 0x9F},
                                              {0xAD, 0xAD},
                                              {0x34F, 0x34F},
                                              {0x61C, 0x61C},
                                              {0x115F, 0x1160},
                                              {0x17B4, 0x17B5},
                                              {0x180B, 0x180F},
                                              {0x200B, 0x200B},
                                              {0x200E, 0x200F},
                                              {0x2028, 0x202E},
                                              {0x2060, 0x206F},
                                              {0x3164, 0x3164},
                                              {0xFEFF, 0xFEFF},
                                              {0xFFA0, 0xFFA0},
                                              {0xFFF0, 0xFFFB},
                                              {0x1BCA0, 0x1BCA3},
                                              {0x1D173, 0x1D17A},
                                              {0xE0000, 0xE0FFF}});
/// Joiners and variation selectors: spelling in Persian or Hindi, and part of many an emoji.
constexpr auto joining = std::to_array<Codes>({{0x200C, 0x200D}, {0xFE00, 0xFE0F}});

template <std::size_t Size>
bool isAmong(const std::array<Codes, Size>& ranges, std::uint32_t code) {
    return std::ranges::any_of(ranges, [&](const Codes& each) { return each.first <= code && code <= each.last; });
}

bool isAscii(std::string_view text, std::size_t at) {
    return at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80;
}

/// Whether the character at [at, at + length) of the text is not to be shown as it is. Beside letters of ASCII a joiner
/// joins nothing.
bool isUnseen(std::string_view text, std::size_t at, std::size_t length) {
    const std::uint32_t code = codeOf(text.substr(at, length));
    if (isAmong(unseen, code)) return true;
    return isAmong(joining, code) && (at == 0 || isAscii(text, at - 1)) && isAscii(text, at + length);
}

/// Whether each character is one of ASCII that is seen: most texts are.
bool isPlainAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return 0x20 <= c && c < 0x7F; });
}

/// The text with `instead(character)` in place of each that is not seen; what is no UTF-8 is handed over byte by byte.
template <class Instead>
std::string withoutUnseen(std::string_view text, Instead instead) {
    if (isPlainAscii(text)) return std::string(text);
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8Length(text, at);
        const std::string_view character = text.substr(at, std::max<std::size_t>(length, 1));
        if (length == 0 || isUnseen(text, at, length))
            plain += instead(character);
        else
            plain += character;
        at += character.size();
    }
    return plain;
}

/// "\u202e"; two of them for a character beyond U+FFFF, as JSON has it.
std::string escaped(std::string_view character) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    const auto add = [&](std::uint32_t unit) {
        out += "\\u";
        for (const unsigned shift : {12U, 8U, 4U, 0U}) out += digits[unit >> shift & 0xF];
    };
    const std::uint32_t code = codeOf(character);
    if (code > 0xFFFF) {
        add(0xD800 + ((code - 0x10000) >> 10));
        add(0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
        add(code);
    }
    return out;
}

}  // namespace

std::string plainText(std::string_view text) {
    return withoutUnseen(text, [](std::string_view) { return "\uFFFD"; });
}

std::string plainLines(std::string_view text) {
    return withoutUnseen(text, [](std::string_view character) {
        return character == "\n" || character == "\t" ? character : std::string_view("\uFFFD");
    });
}

std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) return std::string(text);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

std::string quotedBriefly(std::string_view text) {
    constexpr std::size_t most = 60;
    // JSON has escapes of its own for the controls below a space, and replaces what is no UTF-8.
    return withoutUnseen(quotedJson(shortened(text, most)), escaped);
}

}  // namespace gw
