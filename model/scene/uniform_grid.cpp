#include "model/scene/uniform_grid.h"

#include <algorithm>
#include <cmath>

namespace gw {
namespace {

/// An area over more cells than this is kept apart: filing it would cost more than looking at it.
constexpr double manyCells = 64;

}  // namespace

template <class Visit>
void UniformGrid::forEachCell(const Area& area, Visit visit) const {
    const auto left = static_cast<std::int32_t>(std::floor(area.x / cell_));
    const auto right = static_cast<std::int32_t>(std::floor(area.right() / cell_));
    const auto top = static_cast<std::int32_t>(std::floor(area.y / cell_));
    const auto bottom = static_cast<std::int32_t>(std::floor(area.bottom() / cell_));
    for (std::int32_t row = top; row <= bottom; ++row)
        for (std::int32_t column = left; column <= right; ++column)
            visit((static_cast<Cell>(row) << 32) | static_cast<std::uint32_t>(column));
}

void UniformGrid::add(const Area& area) {
    const auto number = static_cast<std::uint32_t>(areas_.size());
    areas_.push_back(area);
    if ((area.width / cell_ + 1) * (area.height / cell_ + 1) > manyCells)
        large_.push_back(number);
    else
        forEachCell(area, [&](Cell cell) { cells_[cell].push_back(number); });
}

std::vector<std::uint32_t> UniformGrid::in(const Area& area) const {
    const auto touches = [&](std::uint32_t number) {
        const Area& a = areas_[number];
        return a.x <= area.right() && area.x <= a.right() && a.y <= area.bottom() && area.y <= a.bottom();
    };
    std::vector<std::uint32_t> found;
    if ((area.width / cell_ + 1) * (area.height / cell_ + 1) > static_cast<double>(cells_.size())) {
        for (std::uint32_t number = 0; number < areas_.size(); ++number)
            if (touches(number)) found.push_back(number);
        return found;
    }
    std::ranges::copy_if(large_, std::back_inserter(found), touches);
    forEachCell(area, [&](Cell cell) {
        if (const auto at = cells_.find(cell); at != cells_.end())
            std::ranges::copy_if(at->second, std::back_inserter(found), touches);
    });
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace gw
