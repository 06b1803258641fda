#pragma once
#include <span>

#include "model/check/rule.h"
#include "model/scene/overlay.h"

namespace gw {

/// What the picture says of a judgement: the lines of the flows, the badges of the findings, the ways out of the
/// subnets. `traced` names the flow whose way is put forward; empty for none. Screen and exports call this one
/// function.
Overlay overlayOf(const Facts& facts, std::span<const Diagnostic> diagnostics, Lens lens = Lens::Topology,
                  const Id<Flow>& traced = {});

}  // namespace gw
