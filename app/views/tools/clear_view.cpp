#include "app/views/tools/clear_view.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/views/session.h"

namespace gw {
namespace {

constexpr double toEdge = 20;   ///< left free at the edges of the canvas, pixels
constexpr double toCover = 12;  ///< and beside what lies on it

/// Boxes that reach up and down to an edge of the canvas or to what lies on it, clear of all of that.
std::vector<Area> freeBoxes(const Area& canvas, std::span<const Area> covers) {
    std::vector<double> lefts{canvas.x + toEdge};
    std::vector<double> rights{canvas.right() - toEdge};
    std::vector<double> tops{canvas.y + toEdge};
    std::vector<double> bottoms{canvas.bottom() - toEdge};
    for (const Area& cover : covers) {
        lefts.push_back(cover.right() + toCover);
        rights.push_back(cover.x - toCover);
        // What lies in the lower half is stood on, what lies in the upper half is hung from.
        if (cover.centre().y > canvas.centre().y)
            bottoms.push_back(cover.y - toCover);
        else
            tops.push_back(cover.bottom() + toCover);
    }
    std::vector<Area> boxes;
    for (const double left : lefts)
        for (const double right : rights)
            for (const double top : tops)
                for (const double bottom : bottoms) {
                    const Area box{left, top, right - left, bottom - top};
                    const bool covered = std::ranges::any_of(
                        covers, [&](const Area& cover) { return cover.grown(toCover - 1).overlaps(box); });
                    if (box.width > 0 && box.height > 0 && !covered) boxes.push_back(box);
                }
    if (boxes.empty()) boxes.push_back(canvas);
    return boxes;
}

}  // namespace

View clearView(const Area& area, QSizeF size, std::span<const Area> covers, double mostZoom) {
    const Area canvas{0, 0, size.width(), size.height()};
    const auto zoomIn = [&](const Area& box) {
        return std::min({box.width / std::max(area.width, 1.0), box.height / std::max(area.height, 1.0), mostZoom});
    };
    const auto boxes = freeBoxes(canvas, covers);
    // As large as can be, then as near to the middle.
    const Area& best = *std::ranges::min_element(boxes, {}, [&](const Area& box) {
        const Spot off{box.centre().x - canvas.centre().x, box.centre().y - canvas.centre().y};
        return std::pair(-zoomIn(box), std::hypot(off.x, off.y));
    });
    const double zoom = std::clamp(zoomIn(best), Session::leastZoom, Session::mostZoom);
    // As near to the middle of the canvas as the box lets it be.
    const auto placed = [](double middle, double from, double length, double needed) {
        const double play = std::max(0.0, (length - needed) / 2);
        return std::clamp(middle, from + length / 2 - play, from + length / 2 + play);
    };
    const Spot at{placed(canvas.centre().x, best.x, best.width, area.width * zoom),
                  placed(canvas.centre().y, best.y, best.height, area.height * zoom)};
    const Spot centre = area.centre();
    return {zoom, {centre.x - (at.x - canvas.centre().x) / zoom, centre.y - (at.y - canvas.centre().y) / zoom}};
}

}  // namespace gw
