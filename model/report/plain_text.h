#pragma once
#include <string>
#include <string_view>

namespace gw {

/// The text on one line for a terminal: control characters (which a name of the user's may hold) become U+FFFD.
std::string plainText(std::string_view text);

/// "1 error", "2 errors".
std::string countOf(std::size_t count, std::string_view noun);

}  // namespace gw
