#include "app/views/tools/band.h"
#include "app/views/tools/board.h"
#include "app/views/tools/connect.h"
#include "app/views/tools/gesture.h"
#include "app/views/tools/move.h"
#include "app/views/tools/pan.h"
#include "app/views/tools/resize.h"

namespace gw {
namespace {

/// The handle of the one selected thing under the pointer; nothing where several are selected or it is locked.
std::optional<Handle> handleAt(Board& board, const Pointer& pointer) {
    const auto& selection = board.session()->selection();
    if (selection.size() != 1) return std::nullopt;
    const Placement* placed = board.design().placements.find({selection.front().value});
    if (!placed || placed->locked) return std::nullopt;
    return board.hits().handleAt(selection.front(), pointer.spot, board.zoom());
}

/// The thing whose connect handle is under the pointer.
AnyId connectStartAt(Board& board, const Pointer& pointer) {
    const AnyId thing = board.connectable();
    const auto handle = connectHandleOf(board.scene(), thing, board.zoom());
    return handle && handle->grown(4 / board.zoom()).contains(pointer.spot) ? thing : AnyId{};
}

/// What a press takes hold of: the topmost thing, with Ctrl the deepest one.
AnyId grabbedAt(Board& board, const Pointer& pointer) {
    if (pointer.control())
        if (const auto things = board.hits().thingsAt(pointer.spot); !things.empty()) return things.front();
    return board.hits().at(pointer.spot, board.zoom());
}

bool isFrame(Board& board, const AnyId& id) {
    const Item* body = board.scene().bodyOf(id);
    return body && (body->standing == Standing::Frame || body->standing == Standing::Band);
}

}  // namespace

std::unique_ptr<Gesture> gestureAt(Board& board, const Pointer& pointer) {
    if (!board.document()) return nullptr;
    switch (board.session()->tool()) {
        case Session::Tool::Hand:
            return std::make_unique<PanGesture>(board, pointer);
        case Session::Tool::Connect: {
            const AnyId from = ConnectGesture::thingAt(board.scene(), board.hits(), pointer.spot);
            if (startsFlow(board.design(), from)) return std::make_unique<ConnectGesture>(board, pointer, from);
            board.session()->tell(
                Session::tr("A flow starts at a workload, load balancer, client or on-premises network."));
            return nullptr;
        }
        case Session::Tool::Select:
            break;
    }
    if (const auto handle = handleAt(board, pointer))
        return std::make_unique<ResizeGesture>(board, pointer, board.session()->primary(), *handle);
    if (const AnyId from = connectStartAt(board, pointer))
        return std::make_unique<ConnectGesture>(board, pointer, from);
    const AnyId grabbed = grabbedAt(board, pointer);
    if (!grabbed || (pointer.shift() && isFrame(board, grabbed)))
        return std::make_unique<BandGesture>(board, pointer, grabbed);
    return std::make_unique<MoveGesture>(board, pointer, grabbed);
}

Qt::CursorShape cursorAt(Board& board, const Pointer& pointer) {
    if (!board.document()) return Qt::ArrowCursor;
    switch (board.session()->tool()) {
        case Session::Tool::Hand:
            return Qt::OpenHandCursor;
        case Session::Tool::Connect: {
            const AnyId from = ConnectGesture::thingAt(board.scene(), board.hits(), pointer.spot);
            return !from || startsFlow(board.design(), from) ? Qt::CrossCursor : Qt::ForbiddenCursor;
        }
        case Session::Tool::Select:
            break;
    }
    if (const auto handle = handleAt(board, pointer)) return ResizeGesture::cursorOf(*handle);
    return connectStartAt(board, pointer) ? Qt::CrossCursor : Qt::ArrowCursor;
}

}  // namespace gw
