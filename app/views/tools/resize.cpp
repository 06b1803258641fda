#include "app/views/tools/resize.h"

#include <algorithm>
#include <cmath>

#include "app/views/tools/board.h"
#include "model/design/containment.h"
#include "model/edit/edits.h"
#include "model/edit/settle.h"

namespace gw {
namespace {

/// The edge moved by `by`; on the grid unless the pointer says otherwise.
int moved(int edge, double by, bool free) {
    if (free) return edge + static_cast<int>(std::lround(by));
    return static_cast<int>(std::lround((edge + by) / measure::grid)) * measure::grid;
}

}  // namespace

ResizeGesture::ResizeGesture(Board& board, const Pointer& pointer, const AnyId& thing, const Handle& handle)
    : board_(board), start_(pointer), thing_(thing), handle_(handle) {
    if (const Placement* placed = board.design().placements.find({thing.value})) before_ = placed->box();
    const Standing standing = standpointOf(board.design(), thing).standing;
    isFrame_ = standing == Standing::Frame || standing == Standing::Band;
}

Box ResizeGesture::wantedAt(const Pointer& pointer) const {
    const double dx = pointer.spot.x - start_.spot.x;
    const double dy = pointer.spot.y - start_.spot.y;
    const bool free = pointer.alt();
    const int least = measure::grid;
    const int left = handle_.dx < 0 ? std::min(moved(before_.x, dx, free), before_.right() - least) : before_.x;
    const int top = handle_.dy < 0 ? std::min(moved(before_.y, dy, free), before_.bottom() - least) : before_.y;
    const int right = handle_.dx > 0 ? std::max(moved(before_.right(), dx, free), before_.x + least) : before_.right();
    const int bottom =
        handle_.dy > 0 ? std::max(moved(before_.bottom(), dy, free), before_.y + least) : before_.bottom();
    return {left, top, right - left, bottom - top};
}

void ResizeGesture::move(const Pointer& pointer) {
    const Box wanted = wantedAt(pointer);
    board_.clearShown();
    if (wanted == before_) {
        board_.document()->dropPreview();
        return;
    }
    // A frame has signs and lines on its border, which would run over what has yet to make room.
    const Edit edit = edits::resizeThing(thing_, wanted);
    const Status done = isFrame_ ? board_.outline(edit) : board_.preview(edit, {thing_.value});
    board_.shown.pointer = pointer.spot;
    if (!done) board_.shown.refusal = done.error().message;
}

bool ResizeGesture::release(const Pointer& pointer) {
    const Box wanted = wantedAt(pointer);
    board_.clearShown();
    board_.document()->dropPreview();
    if (wanted != before_) board_.session()->attempt(edits::resizeThing(thing_, wanted));
    return true;
}

void ResizeGesture::cancel() {
    board_.clearShown();
    board_.document()->dropPreview();
}

Qt::CursorShape ResizeGesture::cursorOf(const Handle& handle) {
    if (handle.dx == 0) return Qt::SizeVerCursor;
    if (handle.dy == 0) return Qt::SizeHorCursor;
    return handle.dx == handle.dy ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
}

}  // namespace gw
