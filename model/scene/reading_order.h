#pragma once
#include <vector>

#include "model/design/containment.h"

namespace gw {

/// Everything that is drawn, in the order in which it is read: a frame, its zones, what stands in it column by column
/// and row by row, the signs on its border, then what stands beside it. Tab and screen readers follow it.
std::vector<AnyId> readingOrder(const Design& design);

/// The nearest thing in a direction, (dx, dy) one of (-1, 0), (1, 0), (0, -1), (0, 1), among those that stand as deep
/// as `id` does (frames beside frames, things beside things); empty where there is none.
AnyId neighbourOf(const Design& design, const AnyId& id, int dx, int dy);

}  // namespace gw
