#include "model/scene/connect_mark.h"

#include <algorithm>

namespace gw {
namespace {

constexpr double handleReach = 5;  ///< pixels on screen, as are the others
constexpr double handleGap = 20;   ///< clear of the handle that resizes

void add(Scene& marks, const AnyId& subject, Shape shape) {
    Item item;
    item.subject = subject;
    item.part = PicturePart::Sign;
    item.plane = Plane::States;
    item.first = static_cast<std::uint32_t>(marks.shapes.size());
    item.count = 1;
    item.bounds = extentOf(shape);
    marks.shapes.push_back(std::move(shape));
    marks.items.push_back(std::move(item));
}

}  // namespace

std::optional<Area> connectHandleOf(const Scene& scene, const AnyId& thing, double zoom) {
    const Item* body = scene.bodyOf(thing);
    if (!body) return std::nullopt;
    const Area& box = body->bounds;
    const double gap = handleGap / zoom;
    const auto handleAt = [&](double x, double y) {
        return Area::around({x, y}, handleReach / zoom, handleReach / zoom);
    };
    // Beside the middle of its edge, or where no sign or words are in the way.
    const Area places[] = {
        handleAt(box.right() + gap, box.centre().y), handleAt(box.right() + gap, box.bottom() + 6 / zoom),
        handleAt(box.right() + gap, box.y - 6 / zoom), handleAt(box.right() + 2.5 * gap, box.centre().y)};
    for (const Area& place : places)
        if (std::ranges::none_of(scene.items, [&](const Item& item) {
                return item.plane == Plane::States && item.from <= detailAt(zoom) && detailAt(zoom) <= item.to &&
                       item.part != PicturePart::Line && item.bounds.overlaps(place);
            }))
            return place;
    return places[0];
}

Spot edgeTowards(const Area& box, Spot to) {
    const Spot centre = box.centre();
    if (to.x > box.right()) return {box.right(), centre.y};
    if (to.x < box.x) return {box.x, centre.y};
    // Straight up or down where it lies above or below.
    return {to.x, to.y < centre.y ? box.y : box.bottom()};
}

Scene connectMarks(const Scene& scene, const AnyId& thing, const std::optional<GhostLine>& line, double zoom) {
    Scene marks;
    if (const auto handle = connectHandleOf(scene, thing, zoom)) {
        const Spot centre = handle->centre();
        add(marks, thing, CircleShape{centre, handleReach / zoom, Ink::Surface, {Ink::Accent, 1.5 / zoom}});
        const double arm = 2 / zoom;
        add(marks, thing,
            PathShape{{{centre.x - arm, centre.y - 1.5 * arm},
                       {centre.x + arm, centre.y},
                       {centre.x - arm, centre.y + 1.5 * arm}},
                      0,
                      {Ink::Accent, 1.5 / zoom}});
    }
    if (line) add(marks, thing, PathShape{{line->from, line->to}, 0, {Ink::Ghost, 2 / zoom, Dash::Ghost}, true});
    return marks;
}

}  // namespace gw
