#pragma once
#include "model/reach/supposition.h"
#include "model/scene/overlay.h"

namespace gw {

/// How a picture of `design`, the one before, shows what would happen: what is gone struck out, the flows that change
/// put forward.
LensContent contentOf(const WhatIf& whatIf, const Design& design);

}  // namespace gw
