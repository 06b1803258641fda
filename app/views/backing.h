#pragma once
#include <QImage>
#include <QPoint>

#include "app/render/painter.h"
#include "app/views/tools/board.h"
#include "model/scene/look.h"

class QPainter;

namespace gw {

/// The picture as it was last painted, kept in pixels: scrolled when the view scrolls, so that only what comes into
/// view is painted, and painted anew when anything else has changed.
class Backing {
public:
    /// Paints the canvas as large as the board; `ratio` is device pixels for each pixel.
    void paint(QPainter& painter, Board& board, Theme theme, double ratio);
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

    void paintPart(const QRect& part);
    void scroll(QPoint by);

    ScenePainter painter_;
    Key key_;
    /// The device pixel of the design's origin, from that of the image.
    QPoint origin_;
    QImage image_;
};

}  // namespace gw
