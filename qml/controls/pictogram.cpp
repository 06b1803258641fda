#include "pictogram.h"

#include <QPainter>
#include <QSvgRenderer>

#include "resources/embedded.h"

Pictogram::Pictogram(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setSize(16);
}

void Pictogram::setName(const QString& name) {
    if (name == name_) return;
    name_ = name;
    update();
    emit nameChanged();
}

void Pictogram::setColor(const QColor& color) {
    if (color == color_) return;
    color_ = color;
    update();
    emit colorChanged();
}

void Pictogram::setSize(double size) {
    if (size == implicitWidth()) return;
    setImplicitSize(size, size);
    setWidth(size);
    setHeight(size);
    emit sizeChanged();
}

void Pictogram::paint(QPainter* painter) {
    const std::string_view text = gw::embeddedFile("icons/" + name_.toStdString() + ".svg");
    if (text.empty()) return;
    QByteArray svg(text.data(), static_cast<qsizetype>(text.size()));
    svg.replace("currentColor", color_.name(QColor::HexRgb).toLatin1());
    // Small ones get a stronger line (look.md section 4).
    if (width() <= 16) svg.replace("stroke-width=\"1.5\"", "stroke-width=\"1.75\"");
    painter->setRenderHint(QPainter::Antialiasing);
    QSvgRenderer(svg).render(painter, QRectF(0, 0, width(), height()));
}
