#include "app/views/column_places.h"

#include <cmath>
#include <cstddef>

namespace gw {
namespace {

/// The columns of each line, those left out that stand alone.
std::vector<std::vector<std::size_t>> linesOf(const std::vector<ColumnWish>& wishes, double room) {
    std::vector<std::vector<std::size_t>> lines;
    double taken = 0;
    for (std::size_t at = 0; at < wishes.size(); ++at) {
        if (wishes[at].alone) continue;
        if (lines.empty() || taken + wishes[at].width > room) {
            lines.emplace_back();
            taken = 0;
        }
        lines.back().push_back(at);
        taken += wishes[at].width;
    }
    return lines;
}

}  // namespace

std::vector<ColumnPlace> placesOf(const std::vector<ColumnWish>& wishes, double room, double width) {
    std::vector<ColumnPlace> places(wishes.size());
    int line = 0;
    for (const auto& columns : linesOf(wishes, room)) {
        double wished = 0;
        for (const std::size_t at : columns) wished += wishes[at].width;
        double x = 0;
        for (const std::size_t at : columns) {
            const double own = wished > 0 ? std::floor(wishes[at].width * room / wished) : 0;
            places[at] = {line, x, own};
            x += own;
        }
        ++line;
    }
    for (std::size_t at = 0; at < wishes.size(); ++at)
        if (wishes[at].alone) places[at] = {line++, 0, width};
    return places;
}

}  // namespace gw
