#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace gw {

/// A place in a text, counted from 1; columns count characters (Unicode code points).
struct TextPosition {
    std::size_t line = 1;
    std::size_t column = 1;
    friend bool operator==(const TextPosition&, const TextPosition&) = default;
};

TextPosition positionAt(std::string_view text, std::size_t offset);

/// What is wrong with a JSON text, and where (`offset` in bytes).
struct JsonError {
    std::size_t offset = 0;
    std::string message{};
};

/// A JSON value that knows where it stood. Keeps the order of members, duplicate keys and the digits of numbers.
struct JsonNode {
    enum class Kind { Null, Bool, Number, String, Array, Object };

    Kind kind = Kind::Null;
    /// The string, or a number's digits as written, or "true" / "false".
    std::string text{};
    /// Members of an object: keys and values side by side; elements of an array: empty keys.
    std::vector<std::pair<std::string, JsonNode>> children{};
    std::size_t offset = 0;
    /// Where the key of this member stood; equals `offset` where there is none.
    std::size_t keyOffset = 0;

    bool is(Kind other) const { return kind == other; }
    /// The member's value; nullptr where there is none. Of duplicates the last.
    const JsonNode* find(std::string_view key) const;
};

/// Deepest nesting that parseJson() accepts unless told otherwise.
inline constexpr std::size_t maxJsonDepth = 64;
/// Most values that parseJson() accepts in one text: a bound of its memory (some 100 bytes each).
inline constexpr std::size_t maxJsonValues = 2'000'000;

/// Reads one JSON text. Refuses what RFC 8259 refuses (NaN, trailing commas, invalid UTF-8, text behind the value), and
/// nesting deeper than `maxDepth`, and more than `maxJsonValues` values; time and memory are linear in the text.
tl::expected<JsonNode, JsonError> parseJson(std::string_view text, std::size_t maxDepth = maxJsonDepth);

/// Writes the value over several lines, indented by two spaces a level; what fits in `width` columns stays on one line.
/// `indent` is the column that the first line already stands at.
std::string prettyJson(const JsonNode& node, std::size_t indent = 0, std::size_t width = 100);

/// The text as a JSON string, quotes included; invalid UTF-8 becomes U+FFFD.
std::string quotedJson(std::string_view text);

}  // namespace gw
