#include "app/views/tools/place.h"

#include <cmath>

#include "app/views/tools/board.h"

namespace gw {

PlaceGesture::PlaceGesture(Board& board, const PaletteItem& item)
    : board_(board), item_(item), id_(newIdFor(board.design(), item)), picture_(board.picture()) {}

void PlaceGesture::move(const Pointer& pointer) {
    Document& document = *board_.document();
    document.dropPreview();
    board_.clearShown();
    refusal_.clear();
    const std::vector<AnyId> frames = picture_->hits().framesAt(pointer.spot);
    const Result<AnyId> frame = frameFor(document.design(), item_, frames);
    const Point centre{static_cast<int>(std::lround(pointer.spot.x)), static_cast<int>(std::lround(pointer.spot.y))};
    const Status done = frame ? document.preview(edits::addThing(std::string(item_.key), id_, *frame, centre))
                              : Status(tl::unexpected<Error>(frame.error()));
    if (done) {
        board_.shown.dropTarget = *frame;
        return;
    }
    refusal_ = done.error().message;
    board_.shown.pointer = pointer.spot;
    board_.shown.refusal = refusal_;
    if (!frames.empty()) board_.shown.refusedTarget = frames.front();
    board_.shown.ghosts.push_back(
        {Area::around(pointer.spot, item_.width / 2.0, item_.height / 2.0), std::string(item_.label)});
}

bool PlaceGesture::release(const Pointer& pointer) {
    move(pointer);
    board_.clearShown();
    if (!refusal_.empty()) {
        board_.session()->tell(QString::fromStdString(refusal_));
        return true;
    }
    board_.document()->keepPreview();
    board_.session()->setSelection({AnyId(id_)});
    return true;
}

void PlaceGesture::cancel() {
    board_.clearShown();
    board_.document()->dropPreview();
}

}  // namespace gw
