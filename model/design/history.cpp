#include "model/design/history.h"

namespace gw {

History::History(Design first) : versions_{{std::move(first), {}, {}}}, saved_(versions_.front().design) {}

void History::commit(Design next, std::string label, std::string mergeKey) {
    const bool merges = at_ > 0 && !mergeKey.empty() && versions_[at_].mergeKey == mergeKey;
    if (merges && versions_[at_ - 1].design == next) {
        // Dragged back to where it began: the gesture so far is no step.
        versions_.erase(versions_.begin() + static_cast<std::ptrdiff_t>(at_), versions_.end());
        --at_;
        return;
    }
    if (next == current()) return;
    versions_.erase(versions_.begin() + static_cast<std::ptrdiff_t>(at_) + 1, versions_.end());
    if (merges) {
        versions_[at_].design = std::move(next);
        return;
    }
    versions_.push_back({std::move(next), std::move(label), std::move(mergeKey)});
    ++at_;
    if (versions_.size() > limit) {
        versions_.erase(versions_.begin());
        --at_;
    }
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

}  // namespace gw
