#include "model/report/plain_text.h"

#include <algorithm>

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

}  // namespace

std::string plainText(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8Length(text, at);
        const std::string_view character = text.substr(at, std::max<std::size_t>(length, 1));
        if (length == 0 || isCommand(character))
            plain += "\uFFFD";
        else
            plain += character;
        at += character.size();
    }
    return plain;
}

std::string countOf(std::size_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace gw
