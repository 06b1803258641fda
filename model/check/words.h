#pragma once
#include <string>
#include <string_view>
#include <vector>

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

/// Ids as a field that lists them is written, "app-a, app-b"; `out` aside.
template <class Reference>
std::string idsOf(const std::vector<Reference>& list, const Reference& out = {}) {
    std::string text;
    for (const Reference& each : list)
        if (each != out) text += (text.empty() ? "" : ", ") + each.value;
    return text;
}

}  // namespace gw
