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
    if (const PaletteItem* item = paletteItem(key.toStdString()); item && item->place == Place::BesideVpcs)
        at = board_.pointAt(
            (item->key == "vpc" ? belowVpcs : besideVpcs)(board_.design(), board_.spotAt(at), item->width));
    dropPaletteItem(key, at);
}

}  // namespace gw
