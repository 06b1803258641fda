#include <algorithm>
#include <array>
#include <set>

#include "model/scene/drawing.h"
#include "model/scene/look.h"
#include "model/scene/measures.h"
#include "model/scene/uniform_grid.h"

namespace gw {
namespace {

constexpr double reachOfBadge = size::badge / 2 + 2;  ///< its ring included
constexpr double onSign = 4;                          ///< how far a badge may reach over the small sign that it is of

/// Where a badge may stand, and which way it goes from there as the picture gets smaller.
struct BadgePlace {
    Spot centre{};
    Spot away{};
};

/// The things that stop a flow.
std::set<AnyId> stoppersOf(const Overlay& overlay) {
    std::set<AnyId> stoppers;
    for (const auto& [flow, line] : overlay.flows) {
        if (line.state != LineState::Blocked) continue;
        if (line.stopsAt)
            stoppers.insert(line.stopsAt);
        else if (!line.via.empty())
            stoppers.insert(line.via.back());
    }
    return stoppers;
}

/// The corners of a thing that take a badge, best first: of a small sign each, of others those on the right. A sign on
/// a border has its lines on both sides and its name above; what it is of is not covered but for a corner.
std::vector<BadgePlace> placesFor(const Drawing& drawing, const AnyId& id, const Area& area, bool stops) {
    const Standing standing = drawing.containment().of(id.value).standing;
    const bool onBorder = drawing.borderSign(id) != nullptr;
    if (!onBorder && standing != Standing::Glyph) {
        // Along the upper side, then at the lower corner.
        std::vector<BadgePlace> places;
        for (const double back : {3.0, 25.0, 47.0}) places.push_back({{area.right() - back, area.y}, {-1, -1}});
        places.push_back({{area.right() - 3, area.bottom()}, {-1, 1}});
        return places;
    }
    // A circle reaches to its side, a square to its corner.
    const double off = onBorder ? (area.width / 2 + reachOfBadge - onSign) / 1.41421356 : area.width / 2 + 3;
    const Spot c = area.centre();
    std::vector<BadgePlace> places;
    // Beside a sign that stops something it is said why: the badge stands below.
    if (onBorder && stops) places.push_back({{c.x, c.y + area.width / 2 + reachOfBadge - onSign}, {0, 1}});
    for (const double down : onBorder ? std::array{1.0, -1.0} : std::array{-1.0, 1.0})
        for (const double right : {1.0, -1.0}) places.push_back({{c.x + right * off, c.y + down * off}, {right, down}});
    return places;
}

/// What a badge must not cover: names, and things other than the frames that hold them.
class Neighbours {
public:
    explicit Neighbours(const Scene& scene) {
        for (const Item& item : scene.items) {
            const bool isBody =
                item.part == PicturePart::Body && item.standing != Standing::Frame && item.standing != Standing::Band;
            if ((!isBody && item.part != PicturePart::Label) || item.to != Detail::All) continue;
            grid_.add(item.bounds);
            // A card may be covered a little by the badge of the one below it; a line of words is higher than its
            // letters.
            grace_.push_back(isBody ? size::badge / 4 : 2);
            owners_.push_back(isBody ? &item.subject : nullptr);
        }
    }
    bool leaves(const AnyId& id, const BadgePlace& place) const {
        const Area badge = Area::around(place.centre, reachOfBadge, reachOfBadge);
        return !grid_.anyIn(badge, [&](std::uint32_t n) {
            return !(owners_[n] && *owners_[n] == id) && grid_[n].overlaps(badge.grown(-grace_[n]));
        });
    }

private:
    UniformGrid grid_{};
    std::vector<double> grace_{};
    std::vector<const AnyId*> owners_{};
};

}  // namespace

/// Badges of findings at the top right of what they are about, bottom right at endpoints, or at another corner where a
/// name stands there; locks beside them.
void drawBadges(Drawing& drawing) {
    const Neighbours neighbours(drawing.soFar());
    const std::set<AnyId> stoppers = stoppersOf(drawing.overlay());
    std::vector<std::pair<AnyId, BadgeShape>> badges;
    for (const auto& [id, mark] : drawing.overlay().badges) {
        const auto area = drawing.areaOf(id);
        if (!area) continue;
        auto places = placesFor(drawing, id, *area, stoppers.contains(id));
        // A sign inside a frame has its badge in there, too, as long as there is room.
        if (drawing.containment().of(id.value).standing == Standing::Glyph)
            if (const auto frame = drawing.areaOf(drawing.containment().of(id.value).frame))
                std::stable_partition(places.begin(), places.end(), [&](const BadgePlace& each) {
                    return frame->contains(Area::around(each.centre, reachOfBadge, reachOfBadge));
                });
        const auto free =
            std::ranges::find_if(places, [&](const BadgePlace& each) { return neighbours.leaves(id, each); });
        const BadgePlace& place = free == places.end() ? places.front() : *free;
        badges.emplace_back(id, BadgeShape{place.centre, mark.count, inkOf(mark.worst), place.away});
    }
    // The neighbours look at items of the scene, which move as others are added.
    for (auto& [id, badge] : badges) drawing.item(id, PicturePart::Badge, Plane::States, Drawing::fromBars).add(badge);
    for (const Placement& placement : drawing.design().placements) {
        if (!placement.locked) continue;
        const AnyId id(placement.id.value);
        const auto area = drawing.areaOf(id);
        if (!area || drawing.borderSign(id)) continue;
        drawing.item(id, PicturePart::Sign, Plane::States, Drawing::fromNames)
            .add(IconShape{"ui-lock", {area->right() - 15, area->y + 4, 11, 11}, Ink::Muted});
    }
}

}  // namespace gw
