#pragma once
#include "app/views/tools/gesture.h"

namespace gw {

/// Scrolls the canvas: what was pressed stays under the pointer.
class PanGesture : public Gesture {
public:
    PanGesture(Board& board, const Pointer& pointer);
    void move(const Pointer& pointer) override;
    bool release(const Pointer& pointer) override;
    void cancel() override;
    Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }

private:
    Board& board_;
    QPointF last_;
    QPointF centreBefore_;
};

}  // namespace gw
