#pragma once
#include <optional>
#include <string>
#include <string_view>

/// Patterns of policies held against each other: `*` any run, `?` one character.
namespace gw {

/// The pattern with `*` for each "${...}": what it stands for is not known.
std::string globOf(std::string_view pattern);
/// Whether some text matches both.
bool globsMeet(std::string_view a, std::string_view b);
/// A short text that matches both; none where no text does. Time and memory grow with the product of their lengths.
std::optional<std::string> textOfBoth(std::string_view a, std::string_view b);
/// Whether each text that matches `inner` matches `outer`, as far as their wildcards show; true is certain.
bool globCovers(std::string_view outer, std::string_view inner);
/// The same for resources: a wildcard stays within its part of an ARN, unless it is all that is left.
bool resourceCovers(std::string_view outer, std::string_view inner);

}  // namespace gw
