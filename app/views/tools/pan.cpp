#include "app/views/tools/pan.h"

#include "app/views/tools/board.h"

namespace gw {

PanGesture::PanGesture(Board& board, const Pointer& pointer)
    : board_(board), last_(pointer.point), centreBefore_(board.session()->centre()) {}

void PanGesture::move(const Pointer& pointer) {
    board_.scroll(pointer.point - last_);
    last_ = pointer.point;
}

bool PanGesture::release(const Pointer& pointer) {
    move(pointer);
    return true;
}

void PanGesture::cancel() {
    board_.session()->setView(board_.zoom(), centreBefore_);
}

}  // namespace gw
