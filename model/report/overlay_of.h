#pragma once
#include <span>

#include "model/check/rule.h"
#include "model/report/what_if_picture.h"
#include "model/scene/overlay.h"

namespace gw {

/// How a design is looked at.
struct Looking {
    Lens lens = Lens::Topology;
    /// The flow whose way is put forward; empty for none.
    Id<Flow> traced{};
    /// What would happen, shown in place of what does, whatever the lens; nullptr for what does.
    const WhatIf* whatIf = nullptr;
    /// A call that is put forward in place of a flow; nullptr for none.
    const AnswerLine* answer = nullptr;
};

/// What the picture says of a judgement: the lines of the flows, the badges of the findings, the ways out of the
/// subnets, and what a lens adds. Screen and exports call this one function.
Overlay overlayOf(const Facts& facts, std::span<const Diagnostic> diagnostics, const Looking& looking = {});

}  // namespace gw
