#pragma once

namespace gw {

/// From now on each thing on a canvas is an object of its own for screen readers and tests: its name says kind, name,
/// worst finding and how its flows fare; it can be selected.
void installCanvasAccessibility();

}  // namespace gw
