#pragma once
#include <array>
#include <vector>

#include "model/scene/shape.h"

namespace gw {

/// One piece of the outline of a line: straight to `to`, or bent around `bend`.
struct OutlineStep {
    bool curved = false;
    Spot bend{};
    Spot to{};
};

/// A line with its corners rounded: where it starts, and its pieces.
struct Outline {
    Spot start{};
    std::vector<OutlineStep> steps{};
};
Outline outlineOf(const PathShape& path);

/// How long a line is from its start to one of its points, along its rounded corners.
double lengthUpTo(const PathShape& path, std::size_t point);

/// The open head at the end of a line: one barb, the tip, the other barb.
std::array<Spot, 3> headOf(const PathShape& path);

}  // namespace gw
