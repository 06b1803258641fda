#pragma once
#include <deque>
#include <string>

#include "model/design/design.h"

namespace gw {

/// The versions of a design and which of them is current. Versions share what they have in common.
class History {
public:
    /// Bytes that versions may take beside the current one before the oldest are forgotten. Some thousand steps of
    /// ordinary size in a design of 10,000 things; the last step can always be undone, whatever it takes.
    static constexpr std::size_t defaultByteLimit = 96u << 20;

    explicit History(Design first, std::size_t byteLimit = defaultByteLimit);

    const Design& current() const { return versions_[at_].design; }

    /// Makes `next` the current version and forgets what was undone. A step that has the same non-empty `mergeKey` as
    /// the current version replaces it: one drag, one step. A step that changes nothing is no step.
    void commit(Design next, std::string label, std::string mergeKey = {});
    /// The next step will not merge with the current version, whatever its key: a gesture has ended.
    void seal() { versions_[at_].mergeKey.clear(); }

    bool canUndo() const { return at_ > 0; }
    bool canRedo() const { return at_ + 1 < versions_.size(); }
    const std::string& undoLabel() const { return versions_[at_].label; }
    const std::string& redoLabel() const { return versions_[canRedo() ? at_ + 1 : at_].label; }
    void undo();
    void redo();

    void markSaved() { saved_ = current(); }
    const Design& saved() const { return saved_; }
    bool isSaved() const { return saved_ == current(); }

private:
    struct Version {
        Design design;
        std::string label;
        std::string mergeKey;
        /// What it takes beside the version before it.
        std::size_t bytes = 0;
    };
    void forgetAfter(std::size_t at);
    void forgetOldest();

    std::deque<Version> versions_;
    std::size_t at_ = 0;
    std::size_t bytes_ = 0;
    std::size_t byteLimit_;
    Design saved_;
};

}  // namespace gw
