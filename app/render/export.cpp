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
/// Sides of a page that readers of PDF take, points (ISO 32000-1, annex C).
constexpr double shortestPage = 3;
constexpr double longestPage = 14400;

PaintView viewOf(const Scene& scene, Theme theme, double zoom, bool vectors) {
    return {{scene.bounds.x, scene.bounds.y}, zoom, scene.bounds, theme, Detail::All, vectors};
}

/// The number that the digits from `at` on make; 0 where there are none.
qsizetype numberAt(const QByteArray& text, qsizetype at) {
    qsizetype end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return text.mid(at, end - at).toLongLong();
}

/// Says in the table of objects of a PDF that everything behind `from` now stands `moved` bytes further on. An entry of
/// the table is 20 bytes: ten digits of offset, the generation, and "n" where the object is in use (PDF 1.7, 7.5.4).
void moveObjects(QByteArray& pdf, qsizetype from, qsizetype moved) {
    constexpr qsizetype entryBytes = 20;
    constexpr int offsetDigits = 10;
    const QByteArray mark = "startxref\n";
    const qsizetype trailer = pdf.lastIndexOf(mark);
    if (trailer < 0) return;
    const qsizetype start = trailer + mark.size();
    const qsizetype said = numberAt(pdf, start);
    const qsizetype table = said + moved;
    pdf.replace(start, QByteArray::number(said).size(), QByteArray::number(table));
    const qsizetype head = pdf.indexOf(' ', pdf.indexOf('\n', table)) + 1;  // "xref", then "0 12": from 0, twelve
    const qsizetype first = pdf.indexOf('\n', head) + 1;
    const qsizetype end = first + numberAt(pdf, head) * entryBytes;
    for (qsizetype at = first; at < end && at + entryBytes <= trailer; at += entryBytes) {
        const qsizetype offset = numberAt(pdf, at);
        if (pdf[at + entryBytes - 3] != 'n' || offset < from) continue;
        pdf.replace(at, offsetDigits, QByteArray::number(offset + moved).rightJustified(offsetDigits, '0'));
    }
}

/// Puts the date in place of the one that the PDF writer took from the clock. The writer's is as long as the time zone
/// of the machine wants; ours is in UTC, and the same everywhere.
void setCreationDate(QByteArray& pdf, const std::string& date) {
    const QByteArray key = "/CreationDate (D:";
    const qsizetype at = pdf.indexOf(key);
    if (at < 0) return;
    const qsizetype from = at + key.size();
    const qsizetype length = pdf.indexOf(')', from) - from;
    QByteArray stamp;
    for (const char c : date)
        if (c != '-') stamp += c;
    stamp += "000000Z";
    pdf.replace(from, length, stamp);
    moveObjects(pdf, from, stamp.size() - length);
}

}  // namespace

Result<QImage> imageOf(const Scene& scene, Theme theme, double scale) {
    const double width = std::ceil(std::max(scene.bounds.width, 1.0) * scale);
    const double height = std::ceil(std::max(scene.bounds.height, 1.0) * scale);
    if (width > largestSide || height > largestSide)
        return fail("The picture would be " + std::to_string(std::llround(width)) + " x " +
                    std::to_string(std::llround(height)) + " pixels, and " + std::to_string(largestSide) +
                    " a side is the most; export it at a smaller scale, or as SVG or PDF.");
    QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return fail("There is not memory enough for the picture; export it at a smaller scale.");
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
        // A larger picture is shrunk to the page: lines and letters lose nothing by it.
        const QSizeF whole =
            QSizeF(std::max(scene.bounds.width, 1.0), std::max(scene.bounds.height, 1.0)) * pointsPerPixel;
        const double scale = std::min(1.0, longestPage / std::max(whole.width(), whole.height()));
        const QSizeF page = (whole * scale).expandedTo({shortestPage, shortestPage});
        writer.setPageSize(QPageSize(page, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins({});
        writer.setResolution(96);
        QPainter painter;
        if (!painter.begin(&writer)) return fail("The picture could not be written as PDF.");
        if (scale < 1) painter.scale(scale, scale);
        painter.fillRect(QRectF(0, 0, scene.bounds.width, scene.bounds.height), colourIn(Ink::Canvas, theme));
        ScenePainter().paint(painter, scene, viewOf(scene, theme, 1, true));
    }
    if (!date.empty()) setCreationDate(pdf, date);
    return pdf;
}

}  // namespace gw
