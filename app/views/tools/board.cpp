#include "app/views/tools/board.h"

#include <algorithm>

#include "model/report/overlay_of.h"

namespace gw {
namespace {

/// Left free around what is shown, pixels of the canvas; below it lie legend, zoom and minimap.
constexpr double margin = 32;
constexpr double marginBelow = 64;

}  // namespace

void Board::setSession(Session* session) {
    session_ = session;
    outdateOverlay();
}

const Design& Board::design() const {
    static const Design none;
    return document() ? document()->design() : none;
}

const std::shared_ptr<const Picture>& Board::picture() {
    if (!fresh_) {
        fresh_ = true;
        if (document() && !overlay_) {
            const Judgement& judgement = *document()->judgement();
            overlay_ = overlayOf(judgement.facts(), judgement.diagnostics(), session_->lens(), session_->traced());
        }
        draughtsman_.draw(design(), overlay_.value_or(Overlay{}));
    }
    return draughtsman_.picture();
}

Spot Board::spotAt(QPointF point) const {
    const QPointF centre = session_ ? session_->centre() : QPointF{};
    return {centre.x() + (point.x() - size_.width() / 2) / zoom(),
            centre.y() + (point.y() - size_.height() / 2) / zoom()};
}

QPointF Board::pointAt(Spot spot) const {
    const QPointF centre = session_ ? session_->centre() : QPointF{};
    return {(spot.x - centre.x()) * zoom() + size_.width() / 2, (spot.y - centre.y()) * zoom() + size_.height() / 2};
}

Area Board::visible() const {
    const Spot from = spotAt({0, 0});
    return {from.x, from.y, size_.width() / zoom(), size_.height() / zoom()};
}

View Board::viewOf(const Area& area, double mostZoom) const {
    const double across = (size_.width() - 2 * margin) / std::max(area.width, 1.0);
    const double down = (size_.height() - margin - marginBelow) / std::max(area.height, 1.0);
    const double zoom = std::clamp(std::min({across, down, mostZoom}), Session::leastZoom, Session::mostZoom);
    const Spot centre = area.centre();
    return {zoom, {centre.x, centre.y + (marginBelow - margin) / 2 / zoom}};
}

void Board::zoomAt(QPointF point, double factor) {
    if (!session_) return;
    const Spot held = spotAt(point);
    const double next = std::clamp(zoom() * factor, Session::leastZoom, Session::mostZoom);
    session_->setView(
        next, {held.x - (point.x() - size_.width() / 2) / next, held.y - (point.y() - size_.height() / 2) / next});
}

void Board::scroll(QPointF by) {
    if (session_) session_->setView(zoom(), session_->centre() - by / zoom());
}

AnyId Board::connectable() const {
    if (!document() || session_->tool() != Session::Tool::Select) return {};
    for (const AnyId& id : {session_->hovered(), session_->primary()})
        if (startsFlow(design(), id)) return id;
    return {};
}

std::optional<Area> Board::areaOf(const std::vector<AnyId>& ids) const {
    std::optional<Area> area;
    for (const AnyId& id : ids)
        if (const Placement* placed = design().placements.find({drawnThingOf(design(), id).value})) {
            const Area box(placed->box());
            area = area ? area->united(box) : box;
        }
    return area;
}

Area Board::bounds() {
    if (!picture()->scene().items.empty() && !draughtsman_.isBehind()) return picture()->scene().bounds;
    std::vector<AnyId> all;
    for (const Placement& placement : design().placements) all.emplace_back(placement.id);
    return areaOf(all).value_or(Area{0, 0, 800, 500}).grown(margin);
}

}  // namespace gw
