#pragma once
#include <vector>

#include "model/scene/scene.h"

namespace gw {

/// Adds an item with its shapes to a scene that is made by hand; its bounds are the shapes' own.
Item& append(Scene& scene, AnyId subject, PicturePart part, Plane plane, std::vector<Shape> shapes);

/// Adds all of another scene, moved by (dx, dy), above what is there.
void append(Scene& scene, const Scene& more, double dx, double dy);

}  // namespace gw
