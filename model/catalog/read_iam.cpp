#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "model/catalog/iam.h"
#include "model/catalog/read.h"

// Each row is one text with blanks between its parts; resources/catalog/build_iam.py says what they are. A tree of JSON
// values for each action would take five times as long to read.
namespace gw {
namespace {

std::string_view takeWord(std::string_view& text) {
    const auto blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
    return word;
}

std::uint16_t placeOf(std::string_view word) {
    std::uint16_t place = 0;
    std::from_chars(word.data(), word.data() + word.size(), place);
    return place;
}

AccessLevel levelOf(std::string_view letter) {
    constexpr std::string_view letters = "RLWTP";
    return static_cast<AccessLevel>(letters.find(letter.front()));
}

std::vector<std::string_view> splitAt(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        parts.push_back(text.substr(0, text.find(separator)));
        text.remove_prefix(std::min(parts.back().size() + separator.size(), text.size()));
    }
    return parts;
}

}  // namespace

namespace catalog {

std::pair<IamConditionKey::Type, bool> keyType(std::string_view letter) {
    constexpr std::string_view letters = "SANBDIXsanbdix";
    const auto at = letters.find(letter.empty() ? 'S' : letter.front());
    return {static_cast<IamConditionKey::Type>(at % 7), at >= 7};
}

}  // namespace catalog

IamService::IamService(std::string_view json) {
    auto read = parseJson(json);
    if (!read) std::abort();
    document_ = *std::move(read);
    prefix_ = catalog::text(document_, "prefix");
    title_ = catalog::text(document_, "title");
    for (std::string_view row : catalog::texts(document_, "keys")) {
        const std::string_view name = takeWord(row);
        const auto [type, multivalued] = catalog::keyType(row);
        keys_.push_back({name, type, multivalued, {}});
    }
    for (const auto& [none, set] : catalog::rows(document_, "sets")) {
        std::vector<std::uint16_t>& places = sets_.emplace_back();
        for (const auto& [unnamed, place] : set.children) places.push_back(placeOf(place.text));
    }
    for (std::string_view row : catalog::texts(document_, "types")) {
        const std::string_view name = takeWord(row);
        const std::span<const std::uint16_t> keys = sets_.at(placeOf(takeWord(row)));
        types_.push_back({name, splitAt(row, ", "), keys});
    }
    for (std::string_view row : catalog::texts(document_, "actions")) {
        IamAction& action = actions_.emplace_back();
        action.name = takeWord(row);
        action.level = levelOf(takeWord(row));
        action.keys = sets_.at(placeOf(takeWord(row)));
        for (const std::string_view place : splitAt(row, ",")) action.types.push_back(placeOf(place));
    }
}

}  // namespace gw
