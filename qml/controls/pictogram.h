#pragma once
#include <qqmlintegration.h>
#include <QColor>
#include <QQuickPaintedItem>

/// One pictogram of resources/icons in one colour, drawn for its size (square, 14 to 28 px).
class Pictogram : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    /// File name without ending, "vpc"; draws nothing where there is no such file.
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged)
    Q_PROPERTY(double size READ width WRITE setSize NOTIFY sizeChanged)

public:
    explicit Pictogram(QQuickItem* parent = nullptr);

    QString name() const { return name_; }
    void setName(const QString& name);
    QColor color() const { return color_; }
    void setColor(const QColor& color);
    void setSize(double size);
    void paint(QPainter* painter) override;

signals:
    void nameChanged();
    void colorChanged();
    void sizeChanged();

private:
    QString name_;
    QColor color_;
};
