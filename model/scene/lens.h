#pragma once
#include "model/scene/scene.h"

namespace gw {

/// Marks as faint what is not on the traced path, or what the lens is not about. Geometry stays as it is.
void dimOthers(Scene& scene, const Overlay& overlay);

/// Whether the lens is not about the flow: its line is drawn faint, says nothing and is not in the legend. The traced
/// flow is never put back.
bool isPutBack(const Overlay& overlay, const Id<Flow>& flow);

}  // namespace gw
