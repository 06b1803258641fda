#pragma once
#include <QFont>
#include <QHash>
#include <QPointF>

#include "app/render/icons.h"
#include "model/scene/hit.h"
#include "model/scene/look.h"

class QPainter;

namespace gw {

/// Which part of a scene is painted, how large and in which colours.
struct PaintView {
    Spot origin{};    ///< the point of the scene at the painter's origin
    double zoom = 1;  ///< 1 is 100 %
    Area visible{};   ///< in scene coordinates; nothing outside of it is painted
    Theme theme = Theme::Light;
    Detail detail = Detail::All;  ///< usually detailAt(zoom)
    bool vectors = false;         ///< pictograms as vectors: for PDF and print
};

/// Paints scenes with QPainter: the canvas, PNG, PDF and print. Keeps fonts and pictograms between calls; one object is
/// used by one thread at a time.
class ScenePainter {
public:
    /// `index` (of the same scene) spares a look at what is out of sight; nullptr paints all of it.
    void paint(QPainter& painter, const Scene& scene, const PaintView& view, const HitIndex* index = nullptr);

private:
    friend class Brush;
    const QFont& fontOf(const TextStyle& style, int pixels);

    Icons icons_;
    QHash<quint64, QFont> fonts_;
};

/// The colour as Qt has it.
QColor colourIn(Ink ink, Theme theme);

}  // namespace gw
