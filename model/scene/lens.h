#pragma once
#include "model/scene/scene.h"

namespace gw {

/// Marks as faint what is not on the traced path, or what the lens is not about. Geometry stays as it is.
void dimOthers(Scene& scene, const Design& design, const Overlay& overlay);

}  // namespace gw
