#pragma once
#include <QtGlobal>

#include "model/edit/edit.h"

namespace gw {

/// The design after the edit; a test whose edit is refused ends there, with the reason.
inline Design done(const Edit& edit, const Design& design) {
    auto after = apply(edit, design);
    if (!after) qFatal("%s: %s", edit.label.c_str(), after.error().message.c_str());
    return *std::move(after);
}

/// Where the thing stands; nowhere where it is not placed.
inline Box boxOf(const Design& design, const std::string& id) {
    const Placement* placed = design.placements.find({id});
    return placed ? placed->box() : Box{};
}

}  // namespace gw
