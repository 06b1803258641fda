#include <algorithm>
#include <array>
#include <cmath>

#include "app/views/canvas_item.h"
#include "app/views/tools/place.h"
#include "model/edit/measure.h"

/// What comes from the palette onto the canvas.
namespace gw {
namespace {

/// The spot itself where it lies in no VPC, else one to the right of that: where services stand.
Spot besideVpcs(const Design& design, Spot spot, double width) {
    constexpr double gutter = 120;  // for the names of endpoints and the lines from them
    for (const Vpc& vpc : design.vpcs) {
        const Placement* placed = design.placements.find({vpc.id.value});
        if (!placed || !Area(placed->box()).contains(spot)) continue;
        return {Area(placed->box()).right() + measure::besideVpc + width / 2, spot.y};
    }
    return spot;
}

/// The spot itself where it lies in no VPC, else one below all VPCs of that one's Region, in which it still lies: a
/// further VPC stands there.
Spot belowVpcs(const Design& design, Spot spot, double width) {
    constexpr double insideRegion = 4;
    for (const Vpc& vpc : design.vpcs) {
        const Placement* placed = design.placements.find({vpc.id.value});
        const Placement* region = design.placements.find({vpc.region.value});
        if (!placed || !region || !Area(placed->box()).contains(spot)) continue;
        return {placed->x + width / 2, Area(region->box()).bottom() - insideRegion};
    }
    return spot;
}

/// The middle of the nearest subnet that is drawn, where the thing stands in one, else the nearest point of the nearest
/// VPC; the spot itself where there is none.
Spot inNearestFrame(const Design& design, const Scene& scene, const PaletteItem& item, Spot spot) {
    constexpr double inside = 8;
    const auto away = [&](Spot at) { return std::hypot(at.x - spot.x, at.y - spot.y); };
    const auto nearestOf = [&](const auto& frames) {
        std::optional<Area> nearest;
        const auto closest = [&](const Area& area) {
            return Spot{std::clamp(spot.x, area.x, std::max(area.x, area.right())),
                        std::clamp(spot.y, area.y, std::max(area.y, area.bottom()))};
        };
        for (const auto& frame : frames) {
            const Placement* placed = design.placements.find({frame.id.value});
            if (!placed || !scene.bodyOf(AnyId(frame.id))) continue;
            const Area area = Area(placed->box()).grown(-inside);
            if (!nearest || away(closest(area)) < away(closest(*nearest))) nearest = area;
        }
        return nearest ? std::optional(std::pair(nearest->centre(), closest(*nearest))) : std::nullopt;
    };
    if (item.place == Place::Subnet || item.place == Place::SubnetOrVpc)
        if (const auto subnet = nearestOf(design.subnets)) return subnet->first;
    if (item.place == Place::Vpc || item.place == Place::SubnetOrVpc)
        if (const auto vpc = nearestOf(design.vpcs)) return vpc->second;
    return spot;
}

}  // namespace

void CanvasItem::hoverPaletteItem(const QString& key, QPointF at) {
    const PaletteItem* item = paletteItem(key.toStdString());
    if (!item || !board_.document()) return;
    auto* placing = dynamic_cast<PlaceGesture*>(gesture_.get());
    if (!placing || &placing->item() != item) {
        cancelGesture();
        gesture_ = std::make_unique<PlaceGesture>(board_, *item);
    }
    gesture_->move(pointerAt(at, {}));
    update();
}

void CanvasItem::dropPaletteItem(const QString& key, QPointF at) {
    hoverPaletteItem(key, at);
    if (!dynamic_cast<PlaceGesture*>(gesture_.get())) return;
    const auto gesture = std::move(gesture_);
    const AnyId before = board_.session()->primary();
    gesture->release(pointerAt(at, {}));
    endGesture();
    forceActiveFocus();
    // It may have come to stand at a free place out of sight.
    if (const AnyId added = board_.session()->primary(); added != before) fly(QString::fromStdString(added.value));
}

void CanvasItem::leavePaletteItem() {
    if (dynamic_cast<PlaceGesture*>(gesture_.get())) cancelGesture();
}

void CanvasItem::addPaletteItem(const QString& key) {
    if (!board_.document()) return;
    QPointF at(width() / 2, height() / 2);
    const Area visible = board_.visible();
    if (const auto selected = board_.areaOf({board_.session()->primary()}); selected && visible.overlaps(*selected))
        at = board_.pointAt(selected->centre());
    if (const PaletteItem* item = paletteItem(key.toStdString())) {
        const Design& design = board_.design();
        const Spot spot = board_.spotAt(at);
        if (item->place == Place::BesideVpcs)
            at = board_.pointAt((item->key == "vpc" ? belowVpcs : besideVpcs)(design, spot, item->width));
        else if (!frameFor(design, *item, board_.hits().framesAt(spot)))
            at = board_.pointAt(inNearestFrame(design, board_.scene(), *item, spot));
    }
    dropPaletteItem(key, at);
}

}  // namespace gw
