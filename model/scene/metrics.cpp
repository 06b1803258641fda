#include "model/scene/metrics.h"

#include <cstdint>
#include <vector>

namespace gw {
namespace {

#include "model/scene/metrics_table.inc"

constexpr char32_t firstLatin = 0x20;
constexpr std::string_view ellipsis = "\u2026";
/// JetBrains Mono: each character alike.
constexpr double monoAdvance = 0.6;
/// From here on scripts are mostly square: CJK, Hangul, emoji.
constexpr char32_t firstSquare = 0x1100;

/// Reads one UTF-8 character at `at` and moves behind it; a byte that starts none counts as one character.
char32_t nextCharacter(std::string_view text, std::size_t& at) {
    const auto byte = static_cast<unsigned char>(text[at++]);
    if (byte < 0x80) return byte;
    const int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
    auto code = static_cast<char32_t>(byte & (0x3F >> more));
    for (int i = 0; i < more && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; ++i)
        code = (code << 6) | (static_cast<unsigned char>(text[at++]) & 0x3F);
    return code;
}

double advanceOf(char32_t code, const TextStyle& style) {
    if (style.family == Family::Mono) return monoAdvance;
    const auto weight = static_cast<std::size_t>(style.weight);
    if (code >= firstLatin && code < firstLatin + std::size(latin)) return latin[code - firstLatin][weight] / 1000.0;
    for (const auto& each : further)
        if (each.code == code) return each.advance[weight] / 1000.0;
    return code >= firstSquare ? 1.0 : latin['n' - firstLatin][weight] / 1000.0;
}

}  // namespace

double widthOf(std::string_view text, const TextStyle& style) {
    double width = 0;
    for (std::size_t at = 0; at < text.size();) width += advanceOf(nextCharacter(text, at), style);
    return width * style.size;
}

std::string fitted(std::string_view text, const TextStyle& style, double room, Cut cut) {
    std::vector<std::size_t> ends;  // of each character
    std::vector<double> widths;
    double width = 0;
    for (std::size_t at = 0; at < text.size();) {
        widths.push_back(advanceOf(nextCharacter(text, at), style) * style.size);
        width += widths.back();
        ends.push_back(at);
    }
    if (width <= room) return std::string(text);

    double rest = room - widthOf(ellipsis, style);
    std::size_t head = 0;
    std::size_t tail = ends.size();
    for (;;) {
        const bool ofEnd = cut == Cut::Middle && ends.size() - tail < head;
        const double next = ofEnd ? widths[tail - 1] : widths[head];
        if (next > rest) break;
        rest -= next;
        ofEnd ? --tail : ++head;
    }
    if (head == 0) return {};
    const std::size_t start = text.find_last_not_of(' ', ends[head - 1] - 1) + 1;
    return std::string(text.substr(0, start)).append(ellipsis).append(text.substr(ends[tail - 1]));
}

}  // namespace gw
