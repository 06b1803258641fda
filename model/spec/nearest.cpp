#include "model/spec/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace gw {
namespace {

/// How many letters must be added, taken out or changed to make one word the other.
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = std::exchange(row[j + 1], std::min({row[j] + 1, row[j + 1] + 1, changed}));
        }
    }
    return row.back();
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> words) {
    std::string_view best;
    std::size_t least = std::max<std::size_t>(word.size() / 3, 1) + 1;
    // An advice is not worth seconds: of very many words the first are looked at.
    constexpr std::size_t most = 4000;
    for (const std::string_view each : words.first(std::min(words.size(), most))) {
        // A difference in length is a lower bound; it also keeps a huge word from costing much.
        const std::size_t apart = std::max(each.size(), word.size()) - std::min(each.size(), word.size());
        if (apart >= least) continue;
        if (const std::size_t distance = editDistance(word, each); distance < least) {
            least = distance;
            best = each;
        }
    }
    return best;
}

}  // namespace gw
