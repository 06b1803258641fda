#pragma once
#include <string>
#include <vector>

namespace gw {

/// "a", "a and b", "a, b and c"; empty where there are none.
std::string listedWords(const std::vector<std::string>& words);

}  // namespace gw
