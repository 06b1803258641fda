#pragma once
#include <vector>

#include "model/scene/shape.h"

namespace gw {

/// A line of a flow; `rank` is the order of painting of its state.
struct RankedLine {
    const std::vector<Spot>* points = nullptr;
    int rank = 0;
    double width = 2;
};

/// For each line, the short pieces of canvas to paint under it where it crosses a line of a lower rank.
std::vector<std::vector<PathShape>> gapsOf(const std::vector<RankedLine>& lines);

}  // namespace gw
