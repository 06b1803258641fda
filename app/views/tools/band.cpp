#include "app/views/tools/band.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

#include "app/views/tools/board.h"

namespace gw {

BandGesture::BandGesture(Board& board, const Pointer& pointer, const AnyId& frame)
    : board_(board), start_(pointer), frame_(frame), before_(board.session()->selection()) {}

void BandGesture::move(const Pointer& pointer) {
    const Area band{std::fmin(start_.spot.x, pointer.spot.x), std::fmin(start_.spot.y, pointer.spot.y),
                    std::fabs(start_.spot.x - pointer.spot.x), std::fabs(start_.spot.y - pointer.spot.y)};
    board_.shown.rubberBand = band;
    std::vector<AnyId> ids = start_.shift() ? before_ : std::vector<AnyId>{};
    for (AnyId& id : board_.hits().thingsIn(band))
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
    board_.session()->setSelection(std::move(ids));
}

bool BandGesture::release(const Pointer& pointer) {
    const bool clicked = !board_.shown.rubberBand || QLineF(start_.point, pointer.point).length() < dragThreshold;
    board_.shown.rubberBand.reset();
    if (!clicked) return true;
    board_.leaveTrace(frame_);
    board_.session()->setSelection(start_.shift() ? before_ : std::vector<AnyId>{});
    if (frame_) board_.session()->toggle(QString::fromStdString(frame_.value));
    return true;
}

void BandGesture::cancel() {
    board_.shown.rubberBand.reset();
    board_.session()->setSelection(before_);
}

}  // namespace gw
