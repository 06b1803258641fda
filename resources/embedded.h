#pragma once
#include <string_view>

namespace gw {

/// The content of a file of resources/ that was built in, by its path below resources/; empty where there is none.
std::string_view embeddedFile(std::string_view path);

}  // namespace gw
