#pragma once
#include <vector>

#include "app/views/tools/gesture.h"
#include "model/core/id.h"

namespace gw {

/// A rubber band: selects what stands wholly in it; with Shift, beside what was selected. A click selects
/// nothing; one with Shift on a frame adds the frame, or takes it away.
class BandGesture : public Gesture {
public:
    /// `frame` is the frame under the pointer, if any.
    BandGesture(Board& board, const Pointer& pointer, const AnyId& frame);
    void move(const Pointer& pointer) override;
    bool release(const Pointer& pointer) override;
    void cancel() override;
    Qt::CursorShape cursor() const override { return Qt::CrossCursor; }

private:
    Board& board_;
    Pointer start_;
    AnyId frame_;
    std::vector<AnyId> before_;
};

}  // namespace gw
