#include <QCursor>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/views/canvas_item.h"
#include "app/views/tools/pan.h"

/// What the canvas does with the pointer and the keys; what it shows stands in canvas_item.cpp.
namespace gw {
namespace {

/// An eighth of a degree is the unit of a wheel; a usual step is 15 degrees.
constexpr double wheelStep = 120;
constexpr double zoomPerStep = 1.2;
constexpr double pixelsPerStep = 64;

/// The Menu key, and what stands for it on keyboards without one.
bool asksForMenu(const QKeyEvent& key) {
    return key.key() == Qt::Key_Menu || (key.key() == Qt::Key_F10 && key.modifiers() == Qt::ShiftModifier);
}

}  // namespace

Pointer CanvasItem::pointerAt(QPointF point, Qt::KeyboardModifiers modifiers) const {
    return {point, board_.spotAt(point), modifiers};
}

void CanvasItem::start(std::unique_ptr<Gesture> gesture) {
    gesture_ = std::move(gesture);
    flight_.stop();
    showTip({}, {});
    if (gesture_) setCursor(gesture_->cursor());
    update();
}

void CanvasItem::endGesture() {
    gesture_.reset();
    setCursor(Qt::ArrowCursor);
    if (std::exchange(bringOut_, false) && board_.session()) fly(board_.session()->primaryId());
    update();
}

bool CanvasItem::cancelGesture() {
    if (!gesture_) return false;
    const auto gesture = std::move(gesture_);
    gesture->cancel();
    endGesture();
    return true;
}

void CanvasItem::mousePressEvent(QMouseEvent* event) {
    forceActiveFocus(Qt::MouseFocusReason);
    byKeys_ = false;
    event->accept();
    if (!board_.document()) return;
    const Pointer pointer = pointerAt(event->position(), event->modifiers());
    if (event->button() == Qt::RightButton) {
        cancelGesture();
        const AnyId thing = board_.hits().at(pointer.spot, board_.zoom());
        // Beside all things the menu is that of the canvas.
        if (!thing) board_.session()->clearSelection();
        if (thing && !board_.session()->isSelected(thing)) board_.session()->setSelection({thing});
        showTip({}, {});
        emit menuRequested(event->position());
        return;
    }
    pressed_ = true;
    // The second click of a gesture that is clicked to its end comes while it is under way.
    if (gesture_) return;
    const bool pans = event->button() == Qt::MiddleButton || spaceHeld_;
    start(pans ? std::make_unique<PanGesture>(board_, pointer) : gestureAt(board_, pointer));
}

void CanvasItem::mouseMoveEvent(QMouseEvent* event) {
    if (!gesture_) return;
    gesture_->move(pointerAt(event->position(), event->modifiers()));
    if (gesture_) setCursor(gesture_->cursor());
    update();
}

void CanvasItem::mouseReleaseEvent(QMouseEvent* event) {
    if (!gesture_ || event->button() == Qt::RightButton) return;
    const Pointer pointer = pointerAt(event->position(), event->modifiers());
    pressed_ = false;
    // Taken out while it ends: what it does may change the tool, which ends a gesture under way.
    auto gesture = std::move(gesture_);
    if (!gesture->release(pointer)) {
        gesture_ = std::move(gesture);
        update();
        return;
    }
    endGesture();
    followPointer(pointer);
}

void CanvasItem::mouseDoubleClickEvent(QMouseEvent* event) {
    event->accept();
    if (!board_.document() || event->button() != Qt::LeftButton) return;
    cancelGesture();
    const Pointer pointer = pointerAt(event->position(), event->modifiers());
    const AnyId thing = board_.hits().at(pointer.spot, board_.zoom());
    if (!thing) return;
    const Item* body = board_.scene().bodyOf(thing);
    const bool frame = body && body->standing == Standing::Frame;
    // The name of a frame stands in its first line; below it the frame is entered.
    if (frame && pointer.spot.y > body->bounds.y + 24)
        flyTo(body->bounds, 1.0);
    else
        startRenaming(QString::fromStdString(thing.value));
}

void CanvasItem::mouseUngrabEvent() {
    // Qt tells of it after each release as well; then nothing was taken away.
    if (std::exchange(pressed_, false)) cancelGesture();
}

void CanvasItem::hoverMoveEvent(QHoverEvent* event) {
    const Pointer pointer = pointerAt(event->position(), event->modifiers());
    if (gesture_) {
        gesture_->move(pointer);
        update();
    } else {
        followPointer(pointer);
    }
}

void CanvasItem::hoverLeaveEvent(QHoverEvent*) {
    if (!board_.session()) return;
    board_.session()->setHovered({});
    showTip({}, {});
}

void CanvasItem::followPointer(const Pointer& pointer) {
    if (!board_.document()) return;
    const AnyId thing = board_.hits().at(pointer.spot, board_.zoom());
    board_.session()->setHovered(thing);
    setCursor(spaceHeld_ ? Qt::OpenHandCursor : cursorAt(board_, pointer));
    showTip(thing, pointer.point);
}

void CanvasItem::wheelEvent(QWheelEvent* event) {
    event->accept();
    flight_.stop();
    const bool zooms = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    // With Alt, Qt turns the wheel sideways.
    const QPoint turned = event->angleDelta();
    if (zooms) {
        const int steps = turned.y() != 0 ? turned.y() : turned.x();
        board_.zoomAt(event->position(), std::pow(zoomPerStep, steps / wheelStep));
    } else {
        QPointF by =
            event->hasPixelDelta() ? QPointF(event->pixelDelta()) : QPointF(turned) * (pixelsPerStep / wheelStep);
        if (event->modifiers() & Qt::ShiftModifier && by.x() == 0) by = by.transposed();
        board_.scroll(by);
    }
    if (!gesture_) followPointer(pointerAt(event->position(), event->modifiers()));
}

bool CanvasItem::event(QEvent* event) {
    // Keys that the canvas knows are its own while it has the focus, whatever else a window means by them.
    if (event->type() == QEvent::ShortcutOverride && commands_) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space || key->key() == Qt::Key_Escape || asksForMenu(*key) ||
            commands_->onCanvas(*key)) {
            event->accept();
            return true;
        }
    }
    return QQuickPaintedItem::event(event);
}

void CanvasItem::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && cancelGesture()) return event->accept();
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        spaceHeld_ = true;
        if (!gesture_) setCursor(Qt::OpenHandCursor);
        return event->accept();
    }
    if (asksForMenu(*event)) {
        cancelGesture();
        showTip({}, {});
        emit menuRequested(menuPoint());
        return event->accept();
    }
    Command* command = commands_ ? commands_->onCanvas(*event) : nullptr;
    if (!command) return event->ignore();
    event->accept();
    byKeys_ = true;
    command->run();
}

QPointF CanvasItem::menuPoint() const {
    const QPointF middle(width() / 2, height() / 2);
    const auto area = board_.session() ? board_.areaOf({board_.session()->primary()}) : std::nullopt;
    const QPointF at = area ? board_.pointAt(area->centre()) : middle;
    return {std::clamp(at.x(), 0.0, width()), std::clamp(at.y(), 0.0, height())};
}

void CanvasItem::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) return event->ignore();
    spaceHeld_ = false;
    if (!gesture_) setCursor(Qt::ArrowCursor);
    event->accept();
}

void CanvasItem::focusOutEvent(QFocusEvent* event) {
    spaceHeld_ = false;
    cancelGesture();
    QQuickPaintedItem::focusOutEvent(event);
    update();
}

}  // namespace gw
