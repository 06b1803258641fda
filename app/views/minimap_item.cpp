#include "app/views/minimap_item.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace gw {
namespace {

constexpr int restMilliseconds = 150;
constexpr double margin = 4;

}  // namespace

MinimapItem::MinimapItem(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAcceptedMouseButtons(Qt::LeftButton);
    rest_.setSingleShot(true);
    rest_.setInterval(restMilliseconds);
    connect(&rest_, &QTimer::timeout, this, [this] {
        outdated_ = true;
        update();
    });
}

void MinimapItem::setCanvas(CanvasItem* canvas) {
    if (canvas == canvas_) return;
    if (canvas_) canvas_->disconnect(this);
    canvas_ = canvas;
    if (canvas_) {
        connect(canvas_, &CanvasItem::pictureChanged, &rest_, qOverload<>(&QTimer::start));
        connect(canvas_, &CanvasItem::seenChanged, this, [this] { update(); });
        connect(canvas_, &CanvasItem::schemeChanged, &rest_, qOverload<>(&QTimer::start));
    }
    outdated_ = true;
    emit canvasChanged();
    update();
}

View MinimapItem::view() const {
    const Area bounds = canvas_->board().scene().bounds;
    const double across = (width() - 2 * margin) / std::max(bounds.width, 1.0);
    const double down = (height() - 2 * margin) / std::max(bounds.height, 1.0);
    const Spot centre = bounds.centre();
    return {std::min(across, down), {centre.x, centre.y}};
}

void MinimapItem::paintPicture(Theme theme, double ratio) {
    outdated_ = false;
    picture_ = QImage((size() * ratio).toSize(), QImage::Format_RGB32);
    picture_.setDevicePixelRatio(ratio);
    picture_.fill(colourIn(Ink::Canvas, theme));
    const View shown = view();
    const Spot origin{shown.centre.x() - width() / 2 / shown.zoom, shown.centre.y() - height() / 2 / shown.zoom};
    const Area all{origin.x, origin.y, width() / shown.zoom, height() / shown.zoom};
    QPainter painter(&picture_);
    // Frames and tints alone: anything finer would be dust.
    painter_.paint(painter, canvas_->board().scene(), {origin, shown.zoom, all, theme, Detail::Counts});
}

void MinimapItem::paint(QPainter* painter) {
    if (!canvas_ || !canvas_->session() || width() <= 0 || height() <= 0) return;
    const Theme theme = canvas_->theme();
    const double ratio = painter->device()->devicePixelRatioF();
    if (outdated_ || picture_.size() != (size() * ratio).toSize()) paintPicture(theme, ratio);
    painter->drawImage(QPointF(0, 0), picture_);
    const View shown = view();
    const Area seen = canvas_->board().visible();
    const QRectF frame((seen.x - shown.centre.x()) * shown.zoom + width() / 2,
                       (seen.y - shown.centre.y()) * shown.zoom + height() / 2, seen.width * shown.zoom,
                       seen.height * shown.zoom);
    painter->setPen(QPen(colourIn(Ink::Accent, theme), 1.5));
    painter->drawRect(frame & QRectF(1, 1, width() - 2, height() - 2));
}

void MinimapItem::mousePressEvent(QMouseEvent* event) {
    showAt(event->position());
}

void MinimapItem::mouseMoveEvent(QMouseEvent* event) {
    showAt(event->position());
}

void MinimapItem::showAt(QPointF point) {
    if (!canvas_ || !canvas_->session()) return;
    const View shown = view();
    const QPointF middle(width() / 2, height() / 2);
    canvas_->session()->setView(canvas_->session()->zoom(), shown.centre + (point - middle) / shown.zoom);
}

}  // namespace gw
