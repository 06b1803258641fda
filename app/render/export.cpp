#include "app/render/export.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>

#include "app/render/painter.h"

namespace gw {
namespace {

constexpr int largestSide = 16384;
constexpr double pointsPerPixel = 0.75;

PaintView viewOf(const Scene& scene, Theme theme, double zoom, bool vectors) {
    return {{scene.bounds.x, scene.bounds.y}, zoom, scene.bounds, theme, Detail::All, vectors};
}

/// Writes the date over the one the PDF writer took from the clock; both are of the same length, so offsets hold.
void setCreationDate(QByteArray& pdf, const std::string& date) {
    const QByteArray key = "/CreationDate (D:";
    const qsizetype at = pdf.indexOf(key);
    if (at < 0) return;
    const qsizetype from = at + key.size();
    const qsizetype length = pdf.indexOf(')', from) - from;
    QByteArray stamp;
    for (const char c : date)
        if (c != '-') stamp += c;
    stamp += "000000+00'00'";
    stamp.resize(length, ' ');
    pdf.replace(from, length, stamp);
}

}  // namespace

Result<QImage> imageOf(const Scene& scene, Theme theme, double scale) {
    const auto width = static_cast<int>(std::ceil(std::max(scene.bounds.width, 1.0) * scale));
    const auto height = static_cast<int>(std::ceil(std::max(scene.bounds.height, 1.0) * scale));
    if (width > largestSide || height > largestSide)
        return fail("The picture would be " + std::to_string(width) + " x " + std::to_string(height) +
                    " pixels; export it at a smaller scale, or as SVG or PDF.");
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(colourIn(Ink::Canvas, theme));
    QPainter painter(&image);
    ScenePainter().paint(painter, scene, viewOf(scene, theme, scale, false));
    return image;
}

Result<QByteArray> pngOf(const Scene& scene, Theme theme, double scale) {
    return imageOf(scene, theme, scale).and_then([](const QImage& image) -> Result<QByteArray> {
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        if (!image.save(&buffer, "PNG")) return fail("The picture could not be written as PNG.");
        return png;
    });
}

Result<QByteArray> pdfOf(const Scene& scene, Theme theme, const std::string& title, const std::string& date) {
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(QString::fromStdString(title));
        writer.setCreator(QStringLiteral("Gatewright"));
        writer.setPageSize(QPageSize(QSizeF(std::max(scene.bounds.width, 1.0) * pointsPerPixel,
                                            std::max(scene.bounds.height, 1.0) * pointsPerPixel),
                                     QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins({});
        writer.setResolution(96);
        QPainter painter;
        if (!painter.begin(&writer)) return fail("The picture could not be written as PDF.");
        painter.fillRect(QRectF(0, 0, scene.bounds.width, scene.bounds.height), colourIn(Ink::Canvas, theme));
        ScenePainter().paint(painter, scene, viewOf(scene, theme, 1, true));
    }
    if (!date.empty()) setCreationDate(pdf, date);
    return pdf;
}

}  // namespace gw
