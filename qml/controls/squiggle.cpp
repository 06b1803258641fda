#include "squiggle.h"

#include <QPainter>
#include <QPolygonF>

namespace {

constexpr double lineHeight = 4;
constexpr double step = 2;

}  // namespace

Squiggle::Squiggle(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setImplicitSize(step, lineHeight);
    setHeight(lineHeight);
}

void Squiggle::setColor(const QColor& color) {
    if (color == color_) return;
    color_ = color;
    update();
    emit colorChanged();
}

void Squiggle::paint(QPainter* painter) {
    QPolygonF points;
    bool low = true;
    for (double x = 0; x <= width(); x += step, low = !low) points << QPointF(x, low ? height() - 1 : 1);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color_, 1.25));
    painter->drawPolyline(points);
}
