#include "app/views/canvas_item.h"

#include <algorithm>

#include "app/views/text.h"
#include "model/design/containment.h"
#include "model/design/references.h"

/// What part of the drawing the canvas shows.
namespace gw {
namespace {

/// A thing flown to is shown at 100 % at most, everything at 100 %, a selection larger.
constexpr double selectionZoom = 2.0;

Area areaOf(const QRectF& rect) {
    return {rect.x(), rect.y(), rect.width(), rect.height()};
}

}  // namespace

AnyId CanvasItem::seenAs(const AnyId& thing) {
    const AnyId drawn = drawnThingOf(board_.design(), thing);
    const Flow* flow = drawn ? nullptr : board_.design().flows.find({thing.value});
    return flow ? drawnThingOf(board_.design(), flow->to) : drawn;
}

void CanvasItem::flyTo(const Area& area, double mostZoom) {
    fitted_.reset();
    if (board_.session() && width() > 0)
        flight_.start(*board_.session(), board_.viewOf(area, mostZoom), reducedMotion_);
}

void CanvasItem::fit() {
    if (width() <= 0 || height() <= 0) {
        fitWhenSized_ = true;
        return;
    }
    flyTo(board_.bounds(), 1.0);
    fitted_ = board_.viewOf(board_.bounds());
}

void CanvasItem::fitSelection() {
    if (const auto area = board_.areaOf(board_.session()->selection())) flyTo(*area, selectionZoom);
}

void CanvasItem::keepFitted() {
    const bool isFitted = fitted_ && (flight_.isUnderWay() || board_.view() == *fitted_);
    if (!(isFitted || fitWhenSized_) || size().isEmpty() || !board_.session()) return;
    fitWhenSized_ = false;
    fitted_ = board_.viewOf(board_.bounds());
    flight_.start(*board_.session(), *fitted_, true);
}

void CanvasItem::setZoomBar(const QRectF& area) {
    if (area == zoomBar_) return;
    zoomBar_ = area;
    board_.setCovers({areaOf(area)});
    keepFitted();
    coversHaveChanged();
}

void CanvasItem::setBar(const QRectF& area) {
    if (area == bar_) return;
    bar_ = area;
    board_.setBar(areaOf(area));
    coversHaveChanged();
}

void CanvasItem::setMinimap(const QRectF& area) {
    if (area == minimap_) return;
    minimap_ = area;
    board_.setMinimap(areaOf(area));
    coversHaveChanged();
}

void CanvasItem::coversHaveChanged() {
    polish();
    update();
    emit coversChanged();
}

void CanvasItem::setLegendFolded(bool folded) {
    legendChoice_ = folded;
    if (folded == board_.isLegendFolded()) return;
    board_.foldLegend(folded);
    polish();
    update();
}

void CanvasItem::foldWhereItCovers() {
    if (legendChoice_ || board_.session()->lens() == foldedFor_) return;
    foldedFor_ = board_.session()->lens();
    board_.foldLegend(false);
    const PlacedLegend& open = board_.legend();
    if (!open.folds) return;
    const Spot corner = board_.spotAt({open.area.x, open.area.y});
    const Area under{corner.x, corner.y, open.area.width / board_.zoom(), open.area.height / board_.zoom()};
    board_.foldLegend(std::ranges::any_of(board_.scene().items, [&](const Item& item) {
        return item.part == PicturePart::Body && item.plane == Plane::Cards && item.bounds.overlaps(under);
    }));
}

void CanvasItem::updatePolish() {
    if (!board_.session() || size().isEmpty()) return;
    foldWhereItCovers();
    const PlacedLegend& placed = board_.legend();
    const QRectF legend(placed.area.x, placed.area.y, placed.area.width, placed.area.height);
    if (legend != legend_ || placed.folds != legendFolds_) {
        legend_ = legend;
        legendFolds_ = placed.folds;
        emit legendChanged();
    }
    // Of a large design that changes, the bounds come with the picture: until then nothing is said anew.
    if (board_.draughtsman().isBehind()) return;
    // Rounding of the view must not count.
    if (const bool all = board_.visible().grown(1).contains(board_.bounds()); all != seesAll_) {
        seesAll_ = all;
        emit seesAllChanged();
    }
}

void CanvasItem::setCoveredRight(double pixels) {
    if (pixels == coveredRight_) return;
    coveredRight_ = pixels;
    bringOut_ = gesture_ != nullptr;
    if (!gesture_ && board_.session()) fly(board_.session()->primaryId());
    emit coveredRightChanged();
}

void CanvasItem::fly(const QString& id) {
    const AnyId thing(id.toStdString());
    const auto area = board_.areaOf({seenAs(thing)});
    if (!area && thing && gw::contains(board_.design(), thing))
        board_.session()->tell(
            tr("%1 is not drawn: the inspector shows it.").arg(QString::fromStdString(nameOf(board_.design(), thing))));
    Area free = board_.visible();
    free.width -= coveredRight_ / board_.zoom();
    if (!area || free.contains(*area)) return;
    if (!board_.visible().contains(*area)) {
        // Only as far as needed: the zoom stays where the thing fits.
        flyTo(*area, board_.zoom());
        return;
    }
    constexpr double margin = 24;
    const double hidden = area->right() - free.right() + margin / board_.zoom();
    const QPointF centre = board_.session()->centre();
    fitted_.reset();
    flight_.start(*board_.session(), {board_.zoom(), {centre.x() + hidden, centre.y()}}, reducedMotion_);
}

void CanvasItem::zoomBy(double factor) {
    flight_.stop();
    board_.zoomAt({width() / 2, height() / 2}, factor);
}

void CanvasItem::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickPaintedItem::geometryChange(now, before);
    board_.setSize(now.size());
    keepFitted();
    viewChanged();
}

}  // namespace gw
