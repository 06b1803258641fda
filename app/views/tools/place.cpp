#include "app/views/tools/place.h"

#include <cmath>

#include "app/views/tools/board.h"

namespace gw {

PlaceGesture::PlaceGesture(Board& board, const PaletteItem& item)
    : board_(board), item_(item), id_(newIdFor(board.design(), item)), picture_(board.picture()) {}

Result<Edit> PlaceGesture::editAt(const Pointer& pointer) {
    const Point at{static_cast<int>(std::lround(pointer.spot.x)), static_cast<int>(std::lround(pointer.spot.y))};
    const Design& design = board_.document()->design();
    const Result<AnyId> frame = frameFor(design, item_, picture_->hits().framesAt(pointer.spot), at);
    if (!frame) return tl::unexpected<Error>(frame.error());
    board_.shown.dropTarget = *frame;
    return edits::addThing(std::string(item_.key), id_, *frame, at);
}

void PlaceGesture::move(const Pointer& pointer) {
    board_.document()->dropPreview();
    board_.clearShown();
    const Result<Edit> edit = editAt(pointer);
    const Status done = edit ? board_.preview(*edit, {}) : Status(tl::unexpected<Error>(edit.error()));
    if (done) {
        // Among things that have yet to make room for it, it is an outline as well.
        const Placement* placed = board_.design().placements.find({id_});
        if (board_.shown.ghosts.empty() || !placed) return;
        board_.shown.ghosts.push_back({Area(placed->box()), std::string(item_.label)});
        board_.document()->dropPreview();
        return;
    }
    board_.shown.dropTarget = {};
    board_.shown.pointer = pointer.spot;
    board_.shown.refusal = done.error().message;
    const std::vector<AnyId> frames = picture_->hits().framesAt(pointer.spot);
    if (!frames.empty()) board_.shown.refusedTarget = frames.front();
    board_.shown.ghosts.push_back(
        {Area::around(pointer.spot, item_.width / 2.0, item_.height / 2.0), std::string(item_.label)});
}

bool PlaceGesture::release(const Pointer& pointer) {
    Document& document = *board_.document();
    document.dropPreview();
    const Result<Edit> edit = editAt(pointer);
    const Status done = edit ? document.apply(*edit) : Status(tl::unexpected<Error>(edit.error()));
    board_.clearShown();
    if (done)
        board_.session()->setSelection({AnyId(id_)});
    else
        board_.session()->tell(QString::fromStdString(done.error().message));
    return true;
}

void PlaceGesture::cancel() {
    board_.clearShown();
    board_.document()->dropPreview();
}

}  // namespace gw
