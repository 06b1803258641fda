#pragma once
#include "app/views/tools/gesture.h"
#include "model/design/design.h"
#include "model/scene/states.h"

namespace gw {

/// Drags a side or corner of a thing, on the grid unless Alt is held; what stands in the way gives way.
class ResizeGesture : public Gesture {
public:
    ResizeGesture(Board& board, const Pointer& pointer, const AnyId& thing, const Handle& handle);
    void move(const Pointer& pointer) override;
    bool release(const Pointer& pointer) override;
    void cancel() override;
    Qt::CursorShape cursor() const override { return cursorOf(handle_); }

    static Qt::CursorShape cursorOf(const Handle& handle);

private:
    /// The box after the handle has gone along with the pointer.
    Box wantedAt(const Pointer& pointer) const;

    Board& board_;
    Pointer start_;
    AnyId thing_;
    Handle handle_;
    Box before_;
    bool isFrame_ = false;
};

}  // namespace gw
