#pragma once
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

private:
    using Cell = std::int64_t;
    template <class Visit>
    void forEachCell(const Area& area, Visit visit) const;

    double cell_;
    std::vector<Area> areas_;
    std::unordered_map<Cell, std::vector<std::uint32_t>> cells_;
    /// Areas that cover very many cells (frames of a large design): looked at each time.
    std::vector<std::uint32_t> large_;
};

}  // namespace gw
