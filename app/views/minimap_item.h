#pragma once
#include <QtQml/qqmlregistration.h>
#include <QQuickPaintedItem>
#include <QTimer>

#include "app/render/painter.h"
#include "app/views/canvas_item.h"

namespace gw {

/// The whole picture, small, with a frame around what the canvas shows; a press brings that place to the middle.
class MinimapItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::CanvasItem* canvas READ canvas WRITE setCanvas NOTIFY canvasChanged REQUIRED)

public:
    explicit MinimapItem(QQuickItem* parent = nullptr);

    CanvasItem* canvas() const { return canvas_; }
    void setCanvas(CanvasItem* canvas);
    void paint(QPainter* painter) override;

signals:
    void canvasChanged();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    /// Where the picture lies in the item.
    View view() const;
    void paintPicture(Theme theme, double ratio);
    void showAt(QPointF point);

    CanvasItem* canvas_ = nullptr;
    ScenePainter painter_;
    QImage picture_;
    /// The picture follows the design when that has come to rest: while something is dragged, it would cost each frame.
    QTimer rest_;
    bool outdated_ = true;
};

}  // namespace gw
