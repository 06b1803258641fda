#include "model/scene/uniform_grid.h"

#include <algorithm>
#include <cmath>

namespace gw {
namespace {

/// An area over more cells than this is kept apart: filing it would cost more than looking at it.
constexpr double manyCells = 64;

}  // namespace

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
