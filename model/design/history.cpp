#include "model/design/history.h"

#include "model/design/weight.h"

namespace gw {

History::History(Design first, std::size_t byteLimit) : byteLimit_(byteLimit), saved_(first) {
    versions_.push_back({std::move(first), {}, {}, 0});
}

void History::commit(Design next, std::string label, std::string mergeKey) {
    const bool merges = at_ > 0 && !mergeKey.empty() && versions_[at_].mergeKey == mergeKey;
    if (merges && versions_[at_ - 1].design == next) {
        // Dragged back to where it began: the gesture so far is no step.
        forgetAfter(--at_);
        return;
    }
    if (next == current()) return;
    if (merges) {
        label = std::move(versions_[at_].label);
        --at_;
    }
    forgetAfter(at_);
    const std::size_t bytes = bytesBeside(next, current());
    versions_.push_back({std::move(next), std::move(label), std::move(mergeKey), bytes});
    bytes_ += bytes;
    ++at_;
    forgetOldest();
}

void History::undo() {
    if (!canUndo()) return;
    --at_;
    seal();
}

void History::redo() {
    if (!canRedo()) return;
    ++at_;
    seal();
}

void History::forgetAfter(std::size_t at) {
    for (; versions_.size() > at + 1; versions_.pop_back()) bytes_ -= versions_.back().bytes;
}

void History::forgetOldest() {
    for (; bytes_ > byteLimit_ && versions_.size() > 2; --at_) {
        versions_.pop_front();
        bytes_ -= versions_.front().bytes;
        versions_.front().bytes = 0;
    }
}

}  // namespace gw
