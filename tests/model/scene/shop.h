#pragma once
#include "model/scene/overlay.h"

namespace gw::test {

/// A small shop in three zones with gateway and interface endpoints, laid out by hand.
Design shop();
/// Its flows as judged: most private, one over the internet gateway, one stopped at an endpoint, one from outside.
Overlay shopOverlay();

}  // namespace gw::test
