#include "app/views/backing.h"

#include <QElapsedTimer>
#include <QPainter>

#include <cstring>

namespace gw {
namespace {

/// Pictures that are painted faster than this, in milliseconds, are painted sharp in every frame of a zoom.
constexpr qint64 mostPaintTime = 8;
/// Pixels stretched further than this say too little.
constexpr double mostStretch = 2.5;

/// Moves the pixels of the image; what comes in from outside stays as it was.
void movePixels(QImage& image, QPoint by) {
    const int width = image.width() - std::abs(by.x());
    const int rows = image.height() - std::abs(by.y());
    const auto bytes = static_cast<std::size_t>(width) * 4;
    const int fromX = std::max(0, -by.x());
    const int toX = std::max(0, by.x());
    for (int i = 0; i < rows; ++i) {
        // Downwards the last row goes first, so that none is overwritten before it has moved.
        const int row = by.y() > 0 ? rows - 1 - i : i;
        const uchar* from = image.constScanLine(row + std::max(0, -by.y())) + fromX * 4;
        std::memmove(image.scanLine(row + std::max(0, by.y())) + toX * 4, from, bytes);
    }
}

}  // namespace

void Backing::paint(QPainter& painter, Board& board, Theme theme, double ratio, bool zooming) {
    const QSize size = (board.size() * ratio).toSize();
    if (size.isEmpty()) return;
    const Key key{board.picture(), size, board.zoom(), ratio, theme};
    const QPoint origin = (board.pointAt({0, 0}) * ratio).toPoint();
    rough_ = key != key_ && zooming && paintTime_ > mostPaintTime && canStretchTo(key);
    if (rough_) return stretch(painter, key, origin);
    if (key != key_) {
        paintAll(key, origin);
    } else if (origin != origin_) {
        const QPoint by = origin - origin_;
        origin_ = origin;
        scroll(by);
    }
    image_.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(0, 0), image_);
}

void Backing::paintAll(const Key& key, QPoint origin) {
    if (image_.size() != key.size) image_ = QImage(key.size, QImage::Format_RGB32);
    key_ = key;
    origin_ = origin;
    QElapsedTimer timer;
    timer.start();
    paintPart(image_.rect());
    paintTime_ = timer.elapsed();
}

bool Backing::canStretchTo(const Key& key) const {
    Key same = key_;
    same.zoom = key.zoom;
    const double factor = key.zoom / std::max(key_.zoom, 1e-6);
    return same == key && factor > 1 / mostStretch && factor < mostStretch;
}

void Backing::stretch(QPainter& painter, const Key& key, QPoint origin) const {
    const double factor = key.zoom / key_.zoom;
    const QPointF at = QPointF(origin) - QPointF(origin_) * factor;
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(key.size) / key.ratio), colourIn(Ink::Canvas, key.theme));
    painter.drawImage(QRectF(at / key.ratio, QSizeF(key.size) * factor / key.ratio), image_);
}

void Backing::scroll(QPoint by) {
    const QRect all = image_.rect();
    const QRect kept = all & all.translated(by);
    if (kept.isEmpty()) return paintPart(all);
    movePixels(image_, by);
    for (const QRect& part : QRegion(all) - kept) paintPart(part);
}

void Backing::paintPart(const QRect& part) {
    image_.setDevicePixelRatio(key_.ratio);
    QPainter painter(&image_);
    const QRectF inPoints(QPointF(part.topLeft()) / key_.ratio, QSizeF(part.size()) / key_.ratio);
    painter.setClipRect(inPoints);
    painter.fillRect(inPoints, colourIn(Ink::Canvas, key_.theme));
    const double scale = key_.zoom * key_.ratio;
    const Spot origin{-origin_.x() / scale, -origin_.y() / scale};
    const Area visible{origin.x + part.x() / scale, origin.y + part.y() / scale, part.width() / scale,
                       part.height() / scale};
    painter_.paint(painter, key_.picture->scene(), {origin, key_.zoom, visible, key_.theme, detailAt(key_.zoom)},
                   &key_.picture->hits());
}

void Backing::paintAbove(QPainter& painter, const Board& board, const Scene& marks, Theme theme) {
    painter_.paint(painter, marks,
                   {board.spotAt({0, 0}), board.zoom(), board.visible(), theme, detailAt(board.zoom())});
}

void Backing::paintLegend(QPainter& painter, Board& board, Theme theme) {
    const auto& [legend, area, folds] = board.legend();
    if (legend.items.empty()) return;
    painter_.paint(painter, legend, {{-area.x, -area.y}, 1, legend.bounds, theme, Detail::All});
}

}  // namespace gw
