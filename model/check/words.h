#pragma once
#include <string>
#include <string_view>

/// Words that messages share.
namespace gw {

/// What follows the name of the first of `count` things: " and 2 more"; empty for one.
inline std::string andMore(std::size_t count) {
    return count > 1 ? " and " + std::to_string(count - 1) + " more" : "";
}

/// "needs" for one thing, "need" for several.
inline std::string agreeing(std::size_t count, std::string_view one, std::string_view several) {
    return std::string(count > 1 ? several : one);
}

}  // namespace gw
