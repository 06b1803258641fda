#include "app/views/tools/connect.h"

#include <QLineF>

#include "app/views/tools/board.h"
#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw {

ConnectGesture::ConnectGesture(Board& board, const Pointer& pointer, const AnyId& from)
    : board_(board),
      start_(pointer),
      from_(from),
      id_(freeId(board.design(), Flow::kind.idPrefix)),
      picture_(board.picture()) {}

AnyId ConnectGesture::thingAt(const Scene& scene, const HitIndex& hits, Spot spot) {
    for (const AnyId& id : hits.thingsAt(spot)) {
        const Item* body = scene.bodyOf(id);
        if (body && body->standing != Standing::Frame && body->standing != Standing::Band) return id;
    }
    return {};
}

void ConnectGesture::move(const Pointer& pointer) {
    Document& document = *board_.document();
    const AnyId over = thingAt(picture_->scene(), picture_->hits(), pointer.spot);
    board_.clearShown();
    const Item* from = picture_->scene().bodyOf(from_);
    const bool nowhere = !over || over == from_;
    if (nowhere) {
        over_ = {};
        refusal_.clear();
        document.dropPreview();
    } else if (over != over_) {
        over_ = over;
        const Status done = document.preview(edits::connect(from_, over, id_));
        refusal_ = done ? std::string{} : done.error().message;
        if (!done) document.dropPreview();
    }
    const bool refused = !refusal_.empty();
    if (!nowhere) (refused ? board_.shown.refusedTarget : board_.shown.dropTarget) = over_;
    if (refused) {
        board_.shown.refusal = refusal_;
        board_.shown.pointer = pointer.spot;
    }
    if ((nowhere || refused) && from)
        board_.ghostLine = GhostLine{edgeTowards(from->bounds, pointer.spot), pointer.spot};
}

bool ConnectGesture::release(const Pointer& pointer) {
    move(pointer);
    // Clicked at its start, it goes on to a second click.
    if (!over_ && QLineF(start_.point, pointer.point).length() < dragThreshold) return false;
    board_.clearShown();
    board_.session()->setTool(Session::Tool::Select);
    if (!refusal_.empty()) board_.session()->tell(QString::fromStdString(refusal_));
    if (board_.document()->isPreviewing()) {
        board_.document()->keepPreview();
        board_.session()->setSelection({AnyId(id_)});
    }
    return true;
}

void ConnectGesture::cancel() {
    board_.clearShown();
    board_.document()->dropPreview();
}

}  // namespace gw
