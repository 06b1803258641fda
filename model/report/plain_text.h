#pragma once
#include <string>
#include <string_view>

#include "model/core/visible_text.h"  // plainText: words of the user on one line of a terminal

namespace gw {

/// "1 error", "2 errors".
std::string countOf(std::size_t count, std::string_view noun);

}  // namespace gw
