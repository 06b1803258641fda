#pragma once
#include <QTimer>

#include <map>
#include <optional>
#include <set>
#include <string>

#include "app/views/picture.h"
#include "app/views/tools/gesture.h"
#include "model/design/design.h"
#include "model/edit/edit.h"

namespace gw {

/// Drags what is selected, on the grid unless Alt is held, along one axis while Shift is. One thing dragged onto
/// another frame moves into it, or it is said why not. Started with Ctrl it drags copies. A click selects.
class MoveGesture : public Gesture {
public:
    /// `grabbed` is the thing under the pointer.
    MoveGesture(Board& board, const Pointer& pointer, const AnyId& grabbed);
    void move(const Pointer& pointer) override;
    bool release(const Pointer& pointer) override;
    void cancel() override;
    Qt::CursorShape cursor() const override { return started_ ? Qt::ClosedHandCursor : Qt::ArrowCursor; }

private:
    void selectOnPress();
    void selectOnClick();
    void start();
    /// Whether so much is dragged in a design so large that it is settled only when the pointer rests.
    bool isHeavy() const;
    /// Outlines where the things would be if nothing were in their way.
    void showOutlines(const Pointer& pointer);
    /// Shows what the drag does, were it released there.
    void settle(const Pointer& pointer);
    void settleNow(const Pointer& pointer);
    Point distance(const Pointer& pointer) const;
    /// What the drag does, were it released there; nothing where it does nothing. Refused with a reason.
    Result<std::optional<Edit>> editAt(const Pointer& pointer);
    /// The frame the thing would go to; empty where it stays in its own.
    Result<std::optional<AnyId>> targetAt(const Pointer& pointer);

    Board& board_;
    Pointer start_;
    AnyId grabbed_;
    bool wasSelected_ = false;
    bool started_ = false;
    bool slow_ = false;
    std::set<std::string> ids_;
    /// What goes along with the things dragged, they themselves included: none of it is where they could go.
    std::set<std::string> carried_;
    /// Dragging copies: what is copied, and the ids of the copies.
    struct Copies {
        Design clip;
        std::map<std::string, std::string> ids;
    };
    std::optional<Copies> copies_;
    Design before_;
    /// As it was when the gesture began: frames that grow under the pointer do not change where a drop leads.
    std::shared_ptr<const Picture> picture_;
    QTimer rest_;
    Pointer last_{};
};

}  // namespace gw
