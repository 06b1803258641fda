#pragma once
#include <optional>
#include <vector>

#include "model/design/annotation.h"
#include "model/design/text_form.h"

namespace gw {

/// Farther than any drawing reaches, pixels: an edge lies at most twice maxWholeNumber from 0.
inline constexpr int farAway = 4 * maxWholeNumber;

/// The displacements that are allowed at all, both ends included.
struct Limits {
    int minX = -farAway;
    int maxX = farAway;
    int minY = -farAway;
    int maxY = farAway;
};

/// The displacements of `mover` that bring it closer to `other` than `gap`: the inside of a box, its border is free.
Box tooClose(const Box& mover, const Box& other, int gap);

/// Whether the displacement lies in none of the boxes.
bool isFree(Point displacement, const std::vector<Box>& forbidden);

/// The free displacement within the limits that is nearest to the wanted one; none where the limits leave no room.
/// Exact: such a point lies straight above, below or beside the wanted one, or on the line of an edge.
std::optional<Point> nearestFree(Point wanted, const std::vector<Box>& forbidden, const Limits& limits);

}  // namespace gw
