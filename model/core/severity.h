#pragma once
#include <cstdint>

namespace gw {

/// How bad something found is: AWS refuses it or a need suffers; it is risky; it could be better.
enum class Severity : std::uint8_t { Hint, Warning, Error };

/// What something found threatens.
enum class Category : std::uint8_t { Api, Traffic, Security, Cost, Practice };

}  // namespace gw
