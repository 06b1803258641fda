#include "app/views/tools/board.h"

#include <algorithm>

#include "model/edit/held_still.h"
#include "model/report/overlay_of.h"
#include "model/scene/legend.h"

namespace gw {
namespace {

/// Between the legend and the edges of the canvas, and what else lies on it; pixels.
constexpr double corner = 12;
/// How high a legend of one line is, pixels.
constexpr double legendLine = 28;
/// Around things whose picture is not ready yet.
constexpr double margin = 32;

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
            overlay_ = overlayOf(judgement.facts(), judgement.diagnostics(), session_->looking());
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

View Board::viewOf(const Area& area, double mostZoom) {
    std::vector<Area> covers = covers_;
    if (!legend().scene.items.empty()) covers.push_back(legend().area);
    if (bar_.width > 0) covers.push_back(bar_);
    return clearView(area, size_, covers, mostZoom);
}

std::vector<Area> Board::covered() const {
    std::vector<Area> areas = covers_;
    for (const Area& passing : {bar_, minimap_})
        if (passing.width > 0) areas.push_back(passing);
    for (Area& area : areas) {
        const Spot from = spotAt({area.x, area.y});
        area = {from.x, from.y, area.width / zoom(), area.height / zoom()};
    }
    return areas;
}

const PlacedLegend& Board::legend() {
    // Every frame asks for it.
    LegendKey key{picture(), size_, covers_, legendFolded_};
    if (key != legendKey_) {
        legendKey_ = std::move(key);
        legend_ = placedLegend();
    }
    return legend_;
}

double Board::roomBesideCovers() const {
    double right = size_.width();
    for (const Area& cover : covers_)
        if (cover.y > size_.height() / 2) right = std::min(right, cover.x);
    return right - 2 * corner;
}

PlacedLegend Board::placedLegend() {
    const double room = roomBesideCovers();
    PlacedLegend placed{legendOf(scene(), room)};
    placed.folds = placed.scene.bounds.height > legendLine;
    if (placed.folds) placed.scene = legendOf(scene(), room, legendFolded_ ? LegendForm::Folded : LegendForm::Foldable);
    const Area& drawn = placed.scene.bounds;
    double bottom = size_.height() - corner;
    if (drawn.width > room)
        for (const Area& cover : covers_) bottom = std::min(bottom, cover.y - corner);
    placed.area = {corner, bottom - drawn.height, drawn.width, drawn.height};
    return placed;
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

void Board::leaveTrace(const AnyId& pressed) {
    if (session_ && session_->traced() && !(overlay_ && overlay_->traced.contains(pressed)))
        session_->setTracedFlow({});
}

AnyId Board::connectable() const {
    if (!document() || session_->tool() != Session::Tool::Select) return {};
    for (const AnyId& id : {session_->hovered(), session_->primary()})
        if (startsFlow(design(), id)) return id;
    return {};
}

Status Board::preview(const Edit& edit, const std::set<std::string>& moving) {
    std::vector<Box> grown;
    const Status done = document()->preview(
        edit, [&](const Design& before, Design& after) { grown = holdStill(before, after, moving); });
    if (done)
        for (const Box& box : grown) shown.ghosts.push_back({Area(box), {}});
    return done;
}

Status Board::outline(const Edit& edit) {
    document()->dropPreview();
    auto after = apply(edit, design());
    if (!after) return tl::unexpected<Error>(std::move(after.error()));
    for (const Box& box : holdStill(design(), *after, {})) shown.ghosts.push_back({Area(box), {}});
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
    return areaOf(all).value_or(Area{0, 0, 400, 240}).grown(margin);
}

}  // namespace gw
