#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "model/core/json.h"
#include "model/policy/lint/policy_finding.h"

/// Edits of a policy's text. Offsets come from the text's own JSON values, so that what stands there is well-formed.
namespace gw {

/// Behind the string, number or word that starts at `offset`; behind a bracket alone.
std::size_t endOfToken(std::string_view text, std::size_t offset);
/// Behind the JSON value that starts at `offset`, with all it holds.
std::size_t endOfValue(std::string_view text, std::size_t offset);

/// Another value in place of the one at `offset`; `json` as it is to stand in the text.
PolicyTextEdit replaceValue(std::string_view text, std::size_t offset, std::string json);
/// Another text in place of the one in quotes at `offset`.
PolicyTextEdit replaceString(std::string_view text, std::size_t offset, std::string_view with);
/// Takes an element out of its list, or a member (from its key on) out of its object, with its comma.
PolicyTextEdit removeEntry(std::string_view text, const JsonNode& entry);
/// Puts a further entry before the one that starts at `offset`, on a line of its own where that one has one.
PolicyTextEdit insertBefore(std::string_view text, std::size_t offset, std::string_view json);

}  // namespace gw
