#pragma once
#include <vector>

#include "model/scene/drawing.h"
#include "model/scene/gutter.h"
#include "model/scene/measures.h"

namespace gw {

inline constexpr double stopRadius = size::blockedSign / 2;

/// The line of a flow from one of its stops to the next.
struct Leg {
    std::vector<Spot> points{};
    bool isLaid = false;      ///< by lanes of its own
    bool endsAtSign = false;  ///< at the sign of what stops it there
};

/// A flow with all that is drawn of it.
struct DrawnFlow {
    const Flow* flow = nullptr;
    FlowLine line{};
    /// What it passes, its ends included; the last is what stops it, or its target.
    std::vector<AnyId> stops{};
    bool isBlocked = false;
    std::vector<Leg> legs{};  ///< between each two of its stops
    Way way{};
};

/// Finds the ways of the flows, as far apart as there is room: from each thing that they pass to the next, and where
/// what is stopped ends in its sign.
void layWays(Drawing& drawing, const Roads& roads, std::vector<DrawnFlow>& flows);

/// Words on the lines and at what stops them. At any zoom they cover no thing, no other words, and no name or badge
/// where that is at 100 %, as long as there is such a place near; names and badges that stay readable from afar may
/// reach into them there. Several flows that are stopped by one thing for one reason say so once, with their number.
void drawPills(Drawing& drawing, const std::vector<DrawnFlow>& flows);

}  // namespace gw
