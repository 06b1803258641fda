#pragma once
#include <QImage>
#include <QPoint>

#include "app/render/painter.h"
#include "app/views/tools/board.h"
#include "model/scene/look.h"

class QPainter;

namespace gw {

/// The picture as it was last painted, kept in pixels: scrolled when the view scrolls, so that only what comes into
/// view is painted, and painted anew when anything else has changed. While the view zooms, a picture that takes long to
/// paint is stretched instead, until the zoom rests.
class Backing {
public:
    /// Paints the canvas as large as the board; `ratio` is device pixels for each pixel.
    void paint(QPainter& painter, Board& board, Theme theme, double ratio, bool zooming);
    /// Whether the pixels shown last were stretched from another zoom, and want painting anew.
    bool isRough() const { return rough_; }
    /// Paints what pointer and keys do, above it; never kept.
    void paintAbove(QPainter& painter, const Board& board, const Scene& marks, Theme theme);
    /// Paints what the lines mean into the lower left corner.
    void paintLegend(QPainter& painter, Board& board, Theme theme);

private:
    /// All that the kept pixels depend on, their place aside.
    struct Key {
        std::shared_ptr<const Picture> picture;
        QSize size;
        double zoom = 0;
        double ratio = 0;
        Theme theme = Theme::Light;
        friend bool operator==(const Key&, const Key&) = default;
    };

    void paintAll(const Key& key, QPoint origin);
    void paintPart(const QRect& part);
    /// Whether the kept pixels show the same picture at a zoom not far from that of `key`.
    bool canStretchTo(const Key& key) const;
    void stretch(QPainter& painter, const Key& key, QPoint origin) const;
    void scroll(QPoint by);

    ScenePainter painter_;
    Key key_;
    /// The device pixel of the design's origin, from that of the image.
    QPoint origin_;
    QImage image_;
    /// How long it took to paint all of it, milliseconds.
    qint64 paintTime_ = 0;
    bool rough_ = false;
};

}  // namespace gw
