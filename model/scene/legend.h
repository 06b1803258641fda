#pragma once
#include <limits>

#include "model/scene/scene.h"

namespace gw {

/// How much of a legend is drawn. On screen, where it may lie over things, its first line leaves room for a button at
/// the right end (28 pixels), and folded it is that line alone.
enum class LegendForm { Whole, Foldable, Folded };

/// A legend of what the scene shows: the marks of a lens and the states of lines. Its top left corner is at 0, 0; empty
/// where there is nothing to explain. It has as many columns as fit into `room` pixels, at least one.
Scene legendOf(const Scene& scene, double room = std::numeric_limits<double>::infinity(),
               LegendForm form = LegendForm::Whole);

/// The scene as it is exported: with its legend below it, at the left, and a margin around.
Scene exportedPicture(Scene scene);

}  // namespace gw
