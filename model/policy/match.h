#pragma once
#include <algorithm>
#include <cstdint>

namespace gw {

/// Whether something holds, where a key of the request may not be known (Kleene's logic).
enum class Match : std::uint8_t { No, Unknown, Yes };

constexpr Match bothOf(Match a, Match b) {
    return std::min(a, b);
}
constexpr Match eitherOf(Match a, Match b) {
    return std::max(a, b);
}
constexpr Match notOf(Match a) {
    return a == Match::Yes ? Match::No : a == Match::No ? Match::Yes : Match::Unknown;
}
constexpr Match matchOf(bool holds) {
    return holds ? Match::Yes : Match::No;
}

}  // namespace gw
