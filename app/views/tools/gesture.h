#pragma once
#include <QPointF>
#include <Qt>

#include <memory>

#include "model/scene/shape.h"

namespace gw {

class Board;

/// Where the pointer is, in pixels of the canvas and in the design, and which keys are held.
struct Pointer {
    QPointF point;
    Spot spot;
    Qt::KeyboardModifiers modifiers;

    bool shift() const { return modifiers.testFlag(Qt::ShiftModifier); }
    bool control() const { return modifiers.testFlag(Qt::ControlModifier); }
    bool alt() const { return modifiers.testFlag(Qt::AltModifier); }
};

/// Pixels of the canvas that the pointer moves before a press becomes a drag.
inline constexpr double dragThreshold = 4;

/// One gesture from its start to its end: it shows what it would do while it lasts, and does it in one step or not at
/// all.
class Gesture {
public:
    Gesture() = default;
    Gesture(const Gesture&) = delete;
    Gesture& operator=(const Gesture&) = delete;
    virtual ~Gesture() = default;

    virtual void move(const Pointer& pointer) = 0;
    /// The button has come up; false where the gesture goes on without it (it is clicked to its end).
    virtual bool release(const Pointer& pointer) = 0;
    /// Restores what was before the gesture.
    virtual void cancel() = 0;
    virtual Qt::CursorShape cursor() const { return Qt::ArrowCursor; }
};

/// The gesture that a press of the left button starts at that point, after the tool of the session.
std::unique_ptr<Gesture> gestureAt(Board& board, const Pointer& pointer);
/// What the pointer would do there.
Qt::CursorShape cursorAt(Board& board, const Pointer& pointer);

}  // namespace gw
