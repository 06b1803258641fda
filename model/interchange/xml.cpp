#include "model/interchange/xml.h"

#include <cmath>

#include "model/core/utf8.h"
#include "model/core/visible_text.h"

namespace gw {
namespace {

/// Characters that XML 1.0 cannot hold, though they are no controls.
bool isNone(std::string_view character) {
    return character == "\uFFFE" || character == "\uFFFF";
}

}  // namespace

std::string xmlText(std::string_view raw) {
    const std::string plain = plainLines(raw);
    std::string_view text = plain;
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::string_view character = text.substr(0, utf8Length(text, 0));
        if (isNone(character))
            out += "\uFFFD";
        else if (character == "&")
            out += "&amp;";
        else if (character == "<")
            out += "&lt;";
        else if (character == ">")
            out += "&gt;";
        else if (character == "\"")
            out += "&quot;";
        else
            out += character;
        text.remove_prefix(character.size());
    }
    return out;
}

std::string xmlName(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
        if (plain)
            out += c;
        else
            ((out += '_') += digits[byte >> 4]) += digits[byte & 15];
    }
    return out;
}

std::string xmlNumber(double value) {
    const auto hundredths = std::llround(value * 100);
    const auto size = std::llabs(hundredths);
    std::string out = hundredths < 0 ? "-" : "";
    out += std::to_string(size / 100);
    if (const auto rest = size % 100; rest != 0) {
        out += '.';
        out += static_cast<char>('0' + rest / 10);
        if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
    }
    return out;
}

}  // namespace gw
