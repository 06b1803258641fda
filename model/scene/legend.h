#pragma once
#include "model/scene/scene.h"

namespace gw {

/// A legend of the line states that the scene shows, its top left corner at 0, 0; empty where no flow is drawn.
/// `columns`: 0 lays it out in one row, 1 below each other.
Scene legendOf(const Scene& scene, int columns = 0);

/// The scene as it is exported: with its legend below it, at the left, and a margin around.
Scene exportedPicture(Scene scene);

}  // namespace gw
