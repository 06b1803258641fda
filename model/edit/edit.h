#pragma once
#include <functional>
#include <string>

#include "model/core/result.h"
#include "model/design/design.h"

namespace gw {

/// One thing that can be done to a design. It either does all of it, or says why not.
struct Edit {
    using Run = std::function<Status(Design&)>;

    Edit(std::string what, Run how, std::string key = {})
        : label(std::move(what)), run(std::move(how)), mergeKey(std::move(key)) {}

    /// What a menu or the history calls it: a verb and its object, "Add subnet".
    std::string label;
    Run run;
    /// Steps in a row that share a non-empty key become one step of the history: one drag, one undo.
    std::string mergeKey;
};

/// The design with the edit done; the design given stays as it is. Refused is also what would leave a design that no
/// file could hold: an id that is none, a reference to nothing, a thing without its owner. Where rows say that drawn
/// things now stand elsewhere, those are brought there, so that no verb need think of the drawing.
Result<Design> apply(const Edit& edit, Design design);

/// Both, as one step that does all or nothing.
Edit inOrder(std::string label, std::vector<Edit> edits);

}  // namespace gw
