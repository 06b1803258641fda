#pragma once
#include <optional>

#include "model/scene/scene.h"

/// What is seen of drawing a flow: the handle it starts at, the line that follows the pointer.
namespace gw {

/// The handle that a flow is drawn from, beside the right edge of the thing, 10 px wide on screen; nothing where the
/// thing is not drawn.
std::optional<Area> connectHandleOf(const Scene& scene, const AnyId& thing, double zoom);

struct GhostLine {
    Spot from{};
    Spot to{};
};

/// Where a line towards `to` leaves the box: on the edge that faces it.
Spot edgeTowards(const Area& box, Spot to);

/// The handle of `thing` (none where it is empty) and the line (none where there is none), to be painted above the
/// scene.
Scene connectMarks(const Scene& scene, const AnyId& thing, const std::optional<GhostLine>& line, double zoom);

}  // namespace gw
