#include "model/core/visible_text.h"

#include <algorithm>

#include "model/core/json.h"
#include "model/core/utf8.h"

namespace gw {
namespace {

/// Characters that move the cursor or turn the order of those around them: controls of one and two bytes, line and
/// paragraph separators, and what sets the direction of text.
bool isCommand(std::string_view character) {
    const auto first = static_cast<unsigned char>(character[0]);
    if (character.size() == 1) return first < 0x20 || first == 0x7F;
    if (character.size() == 2) return first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
    return ("\u2028" <= character && character <= "\u202E") || ("\u2066" <= character && character <= "\u2069");
}

/// The text with `instead(character)` in place of each command; what is no UTF-8 is handed over byte by byte.
template <class Instead>
std::string withoutCommands(std::string_view text, Instead instead) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8Length(text, at);
        const std::string_view character = text.substr(at, std::max<std::size_t>(length, 1));
        if (length == 0 || isCommand(character))
            plain += instead(character);
        else
            plain += character;
        at += character.size();
    }
    return plain;
}

/// "\u202e" of a character of one to three bytes.
std::string escaped(std::string_view character) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(character[at])); };
    const unsigned code = character.size() == 1   ? byte(0)
                          : character.size() == 2 ? (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F)
                                                  : (byte(0) & 0xF) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    std::string out = "\\u";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) out += digits[code >> shift & 0xF];
    return out;
}

}  // namespace

std::string plainText(std::string_view text) {
    return withoutCommands(text, [](std::string_view) { return "\uFFFD"; });
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
    return withoutCommands(quotedJson(shortened(text, most)), escaped);
}

}  // namespace gw
