#include "model/scene/hit.h"

#include <algorithm>
#include <cmath>

namespace gw {
namespace {

constexpr double hitWidth = 24;   ///< pixels on screen that a thing is hit in at least
constexpr double lineSlack = 6;   ///< pixels on screen beside a line
constexpr double bandBorder = 5;  ///< a zone is hit on its border and its name: its inside belongs to what stands there
constexpr double bandName = 22;
constexpr double textSlack = 80;  ///< text drawn larger than at 100 % may leave its bounds by this much

double distance(Spot p, Spot a, Spot b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double along = square == 0 ? 0 : std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0);
    return std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

double distanceToLine(const Scene& scene, const Item& item, Spot point) {
    double nearest = INFINITY;
    for (const Shape& shape : scene.shapesOf(item))
        if (const auto* path = std::get_if<PathShape>(&shape); path && path->stroke.ink != Ink::Canvas)
            for (std::size_t i = 1; i < path->points.size(); ++i)
                nearest = std::min(nearest, distance(point, path->points[i - 1], path->points[i]));
    return nearest;
}

bool isFrame(const Item& item) {
    return item.part == PicturePart::Body && (item.standing == Standing::Frame || item.standing == Standing::Band);
}

bool hitsBand(const Item& band, Spot point) {
    return band.bounds.contains(point) &&
           (!band.bounds.grown(-bandBorder).contains(point) || point.y < band.bounds.y + bandName);
}

Area around(Spot point, double reach) {
    return Area::around(point, reach, reach);
}

}  // namespace

HitIndex::HitIndex(const Scene& scene) : scene_(&scene) {
    for (const Item& item : scene.items) grid_.add(item.bounds);
}

AnyId HitIndex::at(Spot point, double zoom) const {
    const Detail detail = detailAt(zoom);
    const double least = hitWidth / zoom / 2;
    const Item* line = nullptr;
    double lineDistance = lineSlack / zoom;
    const Item* frame = nullptr;
    const Item* near = nullptr;
    for (const std::uint32_t number : grid_.in(around(point, least))) {
        const Item& item = scene_->items[number];
        if (!item.subject || detail < item.from || item.to < detail) continue;
        if (isFrame(item)) {
            if (item.standing == Standing::Band ? hitsBand(item, point) : item.bounds.contains(point)) frame = &item;
        } else if (item.part == PicturePart::Line) {
            const double away = distanceToLine(*scene_, item, point);
            if (away <= lineDistance) {
                lineDistance = away;
                line = &item;
            }
        } else if (item.plane != Plane::Frames) {
            const Area hit = Area::around(item.bounds.centre(), std::max(item.bounds.width / 2, least),
                                          std::max(item.bounds.height / 2, least));
            // What holds the point wins over what is only near it.
            const bool holds = item.bounds.contains(point);
            if (holds || (hit.contains(point) && !(near && near->bounds.contains(point)))) near = &item;
        }
    }
    if (near && (near->bounds.contains(point) || !line)) return near->subject;
    if (line) return line->subject;
    return frame ? frame->subject : AnyId();
}

std::vector<AnyId> HitIndex::thingsAt(Spot point) const {
    std::vector<AnyId> things;
    for (const std::uint32_t number : grid_.in(around(point, 0)))
        if (const Item& item = scene_->items[number]; item.part == PicturePart::Body && item.bounds.contains(point))
            things.insert(things.begin(), item.subject);
    return things;
}

std::vector<AnyId> HitIndex::framesAt(Spot point) const {
    std::vector<const Item*> frames;
    for (const std::uint32_t number : grid_.in(around(point, 0)))
        if (const Item& item = scene_->items[number]; isFrame(item) && item.bounds.contains(point))
            frames.push_back(&item);
    std::ranges::stable_sort(frames, {}, [](const Item* item) { return item->bounds.width * item->bounds.height; });
    std::vector<AnyId> ids;
    for (const Item* item : frames) ids.push_back(item->subject);
    return ids;
}

AnyId HitIndex::flowAt(Spot point, double slack) const {
    AnyId nearest;
    for (const std::uint32_t number : grid_.in(around(point, slack))) {
        const Item& item = scene_->items[number];
        if (item.part != PicturePart::Line) continue;
        const double away = distanceToLine(*scene_, item, point);
        if (away > slack) continue;
        slack = away;
        nearest = item.subject;
    }
    return nearest;
}

std::vector<AnyId> HitIndex::thingsIn(const Area& area) const {
    std::vector<AnyId> things;
    for (const std::uint32_t number : grid_.in(area))
        if (const Item& item = scene_->items[number]; item.part == PicturePart::Body && area.contains(item.bounds))
            things.push_back(item.subject);
    return things;
}

std::optional<Handle> HitIndex::handleAt(const AnyId& selected, Spot point, double zoom) const {
    for (const Handle& handle : handlesOf(*scene_, selected, zoom))
        if (handle.area.grown(4 / zoom).contains(point)) return handle;
    return {};
}

std::vector<std::uint32_t> HitIndex::itemsIn(const Area& area) const {
    return grid_.in(area.grown(textSlack));
}

}  // namespace gw
