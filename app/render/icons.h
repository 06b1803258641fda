#pragma once
#include <QByteArray>
#include <QColor>
#include <QHash>
#include <QImage>

#include <string_view>

class QPainter;
class QRectF;

namespace gw {

/// Pictograms of resources/icons in a colour, drawn once for each size.
class Icons {
public:
    /// Paints the pictogram into `area` (device-independent pixels): from the cache, or as vectors.
    void paint(QPainter& painter, std::string_view name, const QRectF& area, const QColor& colour, bool asVectors);

private:
    QHash<QString, QImage> cache_;
};

}  // namespace gw
