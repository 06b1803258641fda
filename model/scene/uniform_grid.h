#pragma once
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "model/scene/shape.h"

namespace gw {

/// Areas sorted into square cells, so that those near a point are found without looking at all of them.
class UniformGrid {
public:
    /// `cell` is the side of a cell, pixels at 100 %.
    explicit UniformGrid(double cell = 256) : cell_(cell) {}

    /// Adds an area under the next number: 0, 1, 2 ...
    void add(const Area& area);
    /// Numbers of the areas that overlap or touch `area`, ascending.
    std::vector<std::uint32_t> in(const Area& area) const;

    /// True where an area overlaps `area` (touching is not enough) and `counts(number)` holds.
    template <class Counts>
    bool anyIn(const Area& area, Counts counts) const {
        const auto hit = [&](std::uint32_t number) { return areas_[number].overlaps(area) && counts(number); };
        for (const std::uint32_t number : large_)
            if (hit(number)) return true;
        bool found = false;
        forEachCell(area, [&](Cell cell) {
            if (found) return;
            const auto at = cells_.find(cell);
            if (at == cells_.end()) return;
            for (const std::uint32_t number : at->second) found = found || hit(number);
        });
        return found;
    }

    const Area& operator[](std::uint32_t number) const { return areas_[number]; }

private:
    using Cell = std::int64_t;
    template <class Visit>
    void forEachCell(const Area& area, Visit visit) const {
        const auto left = static_cast<std::int32_t>(std::floor(area.x / cell_));
        const auto right = static_cast<std::int32_t>(std::floor(area.right() / cell_));
        const auto top = static_cast<std::int32_t>(std::floor(area.y / cell_));
        const auto bottom = static_cast<std::int32_t>(std::floor(area.bottom() / cell_));
        for (std::int32_t row = top; row <= bottom; ++row)
            for (std::int32_t column = left; column <= right; ++column)
                visit((static_cast<Cell>(row) << 32) | static_cast<std::uint32_t>(column));
    }

    double cell_;
    std::vector<Area> areas_;
    std::unordered_map<Cell, std::vector<std::uint32_t>> cells_;
    /// Areas that cover very many cells (frames of a large design): looked at each time.
    std::vector<std::uint32_t> large_;
};

}  // namespace gw
