#include "model/scene/shape.h"

#include <algorithm>

#include "model/scene/measures.h"
#include "model/scene/metrics.h"

namespace gw {
namespace {

Area extent(const RectShape& rect) {
    return rect.stroke.ink == Ink::None ? rect.area : rect.area.grown(rect.stroke.width / 2);
}
Area extent(const CircleShape& circle) {
    const double reach = circle.radius + (circle.stroke.ink == Ink::None ? 0 : circle.stroke.width / 2);
    return Area::around(circle.centre, reach, reach);
}
Area extent(const DiamondShape& diamond) {
    const double reach = diamond.reach + diamond.stroke.width;
    return Area::around(diamond.centre, reach, reach);
}
Area extent(const PathShape& path) {
    if (path.points.empty()) return {};
    Area area{path.points.front().x, path.points.front().y, 0, 0};
    for (const Spot& point : path.points) area = area.united({point.x, point.y, 0, 0});
    return area.grown(path.head ? size::arrowHead : path.stroke.width);
}
Area extent(const IconShape& icon) {
    return icon.area;
}
Area extent(const TextShape& text) {
    const double whole = widthOf(text.text, text.style);
    const double width = text.room > 0 ? std::min(whole, text.room) : whole;
    const double left = text.anchor == Anchor::Start ? 0 : text.anchor == Anchor::Middle ? width / 2 : width;
    return {text.at.x - left, text.at.y - text.style.size, width, text.style.size * 1.25};
}
Area extent(const PillShape& pill) {
    return areaOf(pill);
}
Area extent(const BadgeShape& badge) {
    return Area::around(badge.centre, size::badge / 2 + 2, size::badge / 2 + 2);
}
Area extent(const TagShape& tag) {
    return areaOf(tag).grown(1.5);
}

}  // namespace

Area extentOf(const Shape& shape) {
    return std::visit([](const auto& each) { return extent(each); }, shape);
}

}  // namespace gw
