#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

/// Where a cursor stands in a policy that is being written, and need not be JSON yet.
namespace gw {

/// Deepest nesting of a text that is looked at: AWS's grammar of policies needs six.
inline constexpr std::size_t maxDraftDepth = 64;

/// A string, number or word of an unfinished JSON text. Its words are views into that text.
struct DraftToken {
    std::size_t begin = 0;  ///< of the quote, where it is a string
    std::size_t end = 0;    ///< behind it
    bool isString = false;
    bool isClosed = true;  ///< a string has its second quote; one without ends with its line
    bool isKey = false;
    std::string_view text{};  ///< as it stands, without quotes
    /// The keys that lead to it, lists left out: "Statement", "Condition", "StringEquals". Its own, where it is a key,
    /// is not among them.
    std::vector<std::string_view> path{};
    std::size_t object = 0;     ///< where the innermost object starts; the length of the text where there is none
    std::size_t statement = 0;  ///< the same of the statement
};

/// What may be written at the cursor.
enum class DraftTurn : std::uint8_t {
    Nothing,  ///< a comma or colon is due
    Key,
    Value,
};

/// The cursor and all that stands around it. Its words are views into the text.
struct DraftCursor {
    DraftTurn turn = DraftTurn::Nothing;
    /// The string that holds the cursor; none where it stands between tokens.
    std::optional<DraftToken> token{};
    /// Of the token, or of what would stand at the cursor.
    std::vector<std::string_view> path{};
    std::size_t object = 0;
    std::size_t statement = 0;
    /// What stands before the cursor of the string that holds it.
    std::string_view typed{};
    bool hasColon = false;  ///< of a key: one follows
    bool isInList = false;
};

/// Each token of the text in order, up to where it is nested too deep. Takes anything: brackets that do not fit are
/// left aside.
void eachDraftToken(std::string_view text, const std::function<void(const DraftToken&)>& take);

/// `cursor` in bytes of the text; where that is nested too deep, nothing may be written.
DraftCursor draftCursorAt(std::string_view text, std::size_t cursor);

}  // namespace gw
