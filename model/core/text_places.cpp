#include "model/core/text_places.h"

#include <algorithm>

#include "model/core/utf8.h"

namespace gw {
namespace {

constexpr std::size_t blockBytes = 1024;

/// Editors do not show a byte order mark, nor count it.
std::size_t startOf(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

}  // namespace

TextPosition positionAt(std::string_view text, std::size_t offset) {
    const std::size_t start = startOf(text);
    const std::string_view before = text.substr(start, std::max(std::min(offset, text.size()), start) - start);
    const auto line = static_cast<std::size_t>(std::ranges::count(before, '\n'));
    // Behind the last new line; from the start where there is none.
    return {line + 1, charactersIn(before.substr(before.rfind('\n') + 1)) + 1};
}

TextPlaces::TextPlaces(std::string_view text) : text_(text), lineStarts_{startOf(text)} {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); at += blockBytes) {
        before_.push_back(characters);
        characters += charactersIn(text.substr(at, blockBytes));
    }
    before_.push_back(characters);
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == '\n') lineStarts_.push_back(at + 1);
}

std::size_t TextPlaces::charactersBefore(std::size_t offset) const {
    const std::size_t block = offset / blockBytes;
    return before_[block] + charactersIn(text_.substr(block * blockBytes, offset % blockBytes));
}

TextPosition TextPlaces::of(std::size_t offset) const {
    const std::size_t at = std::max(std::min(offset, text_.size()), lineStarts_.front());
    const auto behind = std::ranges::upper_bound(lineStarts_, at);
    return {static_cast<std::size_t>(behind - lineStarts_.begin()),
            charactersBefore(at) - charactersBefore(*std::prev(behind)) + 1};
}

}  // namespace gw
