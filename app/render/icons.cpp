#include "app/render/icons.h"

#include <QPainter>
#include <QSvgRenderer>

#include "resources/embedded.h"

namespace gw {
namespace {

/// Pictograms this small are drawn with a slightly thicker line, so that they keep their weight (look.md section 4).
constexpr double smallIcon = 16;
constexpr int cacheLimit = 4096;

QByteArray sourceOf(std::string_view name, const QColor& colour, double size) {
    const std::string_view file = embeddedFile("icons/" + std::string(name) + ".svg");
    QByteArray source(file.data(), static_cast<qsizetype>(file.size()));
    source.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    if (size <= smallIcon) source.replace("stroke-width=\"1.5\"", "stroke-width=\"1.75\"");
    return source;
}

}  // namespace

void Icons::paint(QPainter& painter, std::string_view name, const QRectF& area, const QColor& colour, bool asVectors) {
    if (asVectors) {
        QSvgRenderer(sourceOf(name, colour, area.width())).render(&painter, area);
        return;
    }
    const double ratio = painter.device()->devicePixelRatioF();
    // Half pixels are enough: a pictogram is never stretched by more than that.
    const int pixels = qMax(1, qRound(area.width() * ratio));
    const QString key = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) + QLatin1Char(' ') +
                        QString::number(colour.rgba(), 16) + QLatin1Char(' ') + QString::number(pixels);
    auto at = cache_.find(key);
    if (at == cache_.end()) {
        if (cache_.size() >= cacheLimit) cache_.clear();
        QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter onImage(&image);
        QSvgRenderer(sourceOf(name, colour, area.width())).render(&onImage, QRectF(0, 0, pixels, pixels));
        at = cache_.insert(key, image);
    }
    painter.drawImage(area, *at);
}

}  // namespace gw
