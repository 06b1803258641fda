#pragma once
#include <QPointF>
#include <QSizeF>

#include <span>

#include "model/scene/shape.h"

namespace gw {

/// A zoom (1 is 100 %) and the point of the design in the middle of the canvas.
struct View {
    double zoom = 1;
    QPointF centre;
    friend bool operator==(const View&, const View&) = default;
};

/// The view that shows an area of the design as large as it can be, at most at `mostZoom`, clear of what lies on the
/// canvas (`covers`, in its pixels) wherever that leaves any room.
View clearView(const Area& area, QSizeF canvas, std::span<const Area> covers, double mostZoom);

}  // namespace gw
