#pragma once
#include <string>

#include "app/views/picture.h"
#include "app/views/tools/gesture.h"
#include "model/design/design.h"

namespace gw {

/// Draws a flow from one thing to another: dragged, or clicked at both ends. The ghost line becomes the flow, as it
/// would be judged, over what can be its end.
class ConnectGesture : public Gesture {
public:
    ConnectGesture(Board& board, const Pointer& pointer, const AnyId& from);
    void move(const Pointer& pointer) override;
    bool release(const Pointer& pointer) override;
    void cancel() override;
    Qt::CursorShape cursor() const override { return Qt::CrossCursor; }

    /// What a flow could be drawn to there: frames are no ends of one.
    static AnyId thingAt(const Scene& scene, const HitIndex& hits, Spot spot);

private:
    Board& board_;
    Pointer start_;
    AnyId from_;
    AnyId over_;
    std::string id_;
    /// As it was when the gesture began: frames that grow under the pointer do not change where a drop leads.
    std::shared_ptr<const Picture> picture_;
    std::string refusal_;
};

}  // namespace gw
