#pragma once
#include "model/scene/overlay.h"

namespace gw::test {

/// Some `things` placed things: VPCs of three zones with subnets, cards, endpoints and services, and flows between
/// them, side by side. The same number gives the same design.
Design largeDesign(int things);
/// Its flows as private ways through their endpoints.
Overlay largeOverlay(const Design& design);

}  // namespace gw::test
