#pragma once
#include <cstdlib>
#include <string>

namespace gw {

/// How often a test with random input goes round: `usual` times, or as many times that as GATEWRIGHT_ROUNDS says
/// (`packaging/test --long` says ten).
inline int rounds(int usual) {
    const char* times = std::getenv("GATEWRIGHT_ROUNDS");
    const int factor = times ? std::atoi(times) : 1;
    return usual * (factor > 0 ? factor : 1);
}

}  // namespace gw
