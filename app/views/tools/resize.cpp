#include "app/views/tools/resize.h"

#include <algorithm>
#include <cmath>

#include "app/views/tools/board.h"
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
}

void ResizeGesture::move(const Pointer& pointer) {
    const double dx = pointer.spot.x - start_.spot.x;
    const double dy = pointer.spot.y - start_.spot.y;
    const bool free = pointer.alt();
    const int least = measure::grid;
    const int left = handle_.dx < 0 ? std::min(moved(before_.x, dx, free), before_.right() - least) : before_.x;
    const int top = handle_.dy < 0 ? std::min(moved(before_.y, dy, free), before_.bottom() - least) : before_.y;
    const int right = handle_.dx > 0 ? std::max(moved(before_.right(), dx, free), before_.x + least) : before_.right();
    const int bottom =
        handle_.dy > 0 ? std::max(moved(before_.bottom(), dy, free), before_.y + least) : before_.bottom();
    const Box wanted{left, top, right - left, bottom - top};
    if (wanted == before_) {
        board_.document()->dropPreview();
        return;
    }
    const Status done = board_.document()->preview(edits::resizeThing(thing_, wanted));
    board_.shown.pointer = pointer.spot;
    refusal_ = board_.shown.refusal = done ? std::string{} : done.error().message;
}

bool ResizeGesture::release(const Pointer& pointer) {
    move(pointer);
    board_.clearShown();
    if (!refusal_.empty()) board_.session()->tell(QString::fromStdString(refusal_));
    board_.document()->keepPreview();
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
