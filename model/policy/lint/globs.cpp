#include "model/policy/lint/globs.h"

#include <vector>

#include "model/policy/arn.h"

namespace gw {
namespace {

bool hasWildcard(std::string_view text) {
    return text.find_first_of("*?") != std::string_view::npos;
}

/// meets[j]: whether a[i..] and b[j..] meet; `below` says the same of a[i+1..].
void fillRow(std::string_view a, std::string_view b, std::size_t i, const std::vector<char>& below,
             std::vector<char>& meets) {
    for (std::size_t j = b.size() + 1; j-- > 0;) {
        const bool endA = i == a.size();
        const bool endB = j == b.size();
        if (endA && endB)
            meets[j] = 1;
        else if (!endA && a[i] == '*')
            meets[j] = below[j] || (!endB && meets[j + 1]);
        else if (!endB && b[j] == '*')
            meets[j] = meets[j + 1] || (!endA && below[j]);
        else if (endA || endB)
            meets[j] = 0;
        else
            meets[j] = (a[i] == b[j] || a[i] == '?' || b[j] == '?') && below[j + 1];
    }
}

}  // namespace

std::string globOf(std::string_view pattern) {
    std::string glob;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto open = pattern.find("${", at);
        const auto close = pattern.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            glob += pattern.substr(at);
            break;
        }
        glob += pattern.substr(at, open - at);
        glob += '*';
        at = close + 1;
    }
    return glob;
}

bool globsMeet(std::string_view a, std::string_view b) {
    std::vector<char> below(b.size() + 1, 0);
    std::vector<char> meets(b.size() + 1, 0);
    for (std::size_t i = a.size() + 1; i-- > 0;) {
        fillRow(a, b, i, below, meets);
        std::swap(below, meets);
    }
    return below[0] != 0;
}

std::optional<std::string> textOfBoth(std::string_view a, std::string_view b) {
    std::vector<std::vector<char>> meets(a.size() + 2, std::vector<char>(b.size() + 1, 0));
    for (std::size_t i = a.size() + 1; i-- > 0;) fillRow(a, b, i, meets[i + 1], meets[i]);
    if (!meets[0][0]) return std::nullopt;
    std::string text;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        const bool starA = i < a.size() && a[i] == '*';
        const bool starB = j < b.size() && b[j] == '*';
        if (starA && meets[i + 1][j]) {
            ++i;
        } else if (starB && meets[i][j + 1]) {
            ++j;
        } else {
            // A star that is still needed takes the other's character; of two stars one could end here.
            const char c = starA || (!starB && a[i] == '?') ? b[j] : a[i];
            text += c == '?' ? 'x' : c;
            i += starA ? 0 : 1;
            j += starB ? 0 : 1;
        }
    }
    return text;
}

bool globCovers(std::string_view outer, std::string_view inner) {
    // A wildcard of `inner` is a character like any other that only a wildcard of `outer` at least as wide takes in.
    std::size_t o = 0;
    std::size_t i = 0;
    std::size_t star = std::string_view::npos;
    std::size_t from = 0;
    while (i < inner.size()) {
        if (o < outer.size() && outer[o] == '*') {
            star = o++;
            from = i;
        } else if (o < outer.size() && inner[i] != '*' && (outer[o] == inner[i] || outer[o] == '?')) {
            ++o;
            ++i;
        } else if (star != std::string_view::npos) {
            o = star + 1;
            i = ++from;
        } else {
            return false;
        }
    }
    while (o < outer.size() && outer[o] == '*') ++o;
    return o == outer.size();
}

bool resourceCovers(std::string_view outer, std::string_view inner) {
    if (outer == inner || outer == "*") return true;
    if (!hasWildcard(outer)) return false;
    const auto wide = Arn::parse(outer);
    const auto narrow = Arn::parse(inner);
    return wide && narrow && globCovers(wide->partition, narrow->partition) &&
           globCovers(wide->service, narrow->service) && globCovers(wide->region, narrow->region) &&
           globCovers(wide->account, narrow->account) && globCovers(wide->resource, narrow->resource);
}

}  // namespace gw
