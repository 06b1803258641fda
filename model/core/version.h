#pragma once
#include <string_view>

namespace gw {

/// "0.1.0": the version of the project, as CMakeLists.txt states it.
std::string_view programVersion();

}  // namespace gw
