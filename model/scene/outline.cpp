#include "model/scene/outline.h"

#include <algorithm>
#include <cmath>

#include "model/scene/measures.h"

namespace gw {
namespace {

Spot towards(Spot from, Spot to, double by) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    return length == 0 ? from : Spot{from.x + (to.x - from.x) * by / length, from.y + (to.y - from.y) * by / length};
}

double distance(Spot a, Spot b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

double radiusAt(const PathShape& path, std::size_t corner) {
    const auto& points = path.points;
    return std::min({path.cornerRadius, distance(points[corner - 1], points[corner]) / 2,
                     distance(points[corner], points[corner + 1]) / 2});
}

}  // namespace

double lengthUpTo(const PathShape& path, std::size_t point) {
    constexpr double cutAtCorner = 0.377;  // of the radius: a quadratic curve in place of two sides at a right angle
    const auto& points = path.points;
    double length = 0;
    for (std::size_t i = 1; i <= point && i < points.size(); ++i) {
        length += distance(points[i - 1], points[i]);
        if (i == point || i + 1 == points.size()) break;
        const Spot in{points[i].x - points[i - 1].x, points[i].y - points[i - 1].y};
        const Spot out{points[i + 1].x - points[i].x, points[i + 1].y - points[i].y};
        if (std::abs(in.x * out.x + in.y * out.y) < 1) length -= cutAtCorner * radiusAt(path, i);
    }
    return length;
}

Outline outlineOf(const PathShape& path) {
    Outline outline;
    const auto& points = path.points;
    if (points.empty()) return outline;
    outline.start = points.front();
    for (std::size_t i = 1; i < points.size(); ++i) {
        const bool isCorner = i + 1 < points.size() && path.cornerRadius > 0;
        if (!isCorner) {
            outline.steps.push_back({false, {}, points[i]});
            continue;
        }
        const double radius = radiusAt(path, i);
        outline.steps.push_back({false, {}, towards(points[i], points[i - 1], radius)});
        outline.steps.push_back({true, points[i], towards(points[i], points[i + 1], radius)});
    }
    return outline;
}

std::array<Spot, 3> headOf(const PathShape& path) {
    const Spot tip = path.points.back();
    const Spot before = path.points.size() > 1 ? path.points[path.points.size() - 2] : tip;
    const Spot back = towards(tip, before, size::arrowHead);
    const Spot along{tip.x - back.x, tip.y - back.y};
    constexpr double spread = 0.72;  // half the opening, as a share of the length
    return {Spot{back.x - along.y * spread, back.y + along.x * spread}, tip,
            Spot{back.x + along.y * spread, back.y - along.x * spread}};
}

}  // namespace gw
