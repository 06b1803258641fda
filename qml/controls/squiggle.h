#pragma once
#include <qqmlintegration.h>
#include <QColor>
#include <QQuickPaintedItem>

/// A zigzag line below a word: the text items of Qt Quick draw no waves.
class Squiggle : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)

public:
    explicit Squiggle(QQuickItem* parent = nullptr);

    QColor color() const { return color_; }
    void setColor(const QColor& color);
    void paint(QPainter* painter) override;

signals:
    void colorChanged();

private:
    QColor color_;
};
