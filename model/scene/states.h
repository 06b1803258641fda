#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/scene/scene.h"

namespace gw {

/// A thing that is not there yet: the preview of a drag, of a fix, of a hint.
struct GhostMark {
    Area area{};
    std::string label{};
};

/// What the pointer and the keyboard do, as far as it is seen. View state: no part of the design.
struct States {
    AnyId hovered{};
    std::set<AnyId> selected{};
    AnyId focused{};
    AnyId dropTarget{};
    /// Where a drop is refused, and why in one line; shown at the pointer.
    AnyId refusedTarget{};
    std::string refusal{};
    Spot pointer{};
    /// The part of the design that is on screen: words at the pointer stay inside it. Empty for no bounds.
    Area seen{};
    /// What lies on the canvas there: words are put above it.
    std::vector<Area> covers{};
    std::vector<GhostMark> ghosts{};
    std::optional<Area> rubberBand{};
};

/// Rings, outlines, ghosts, tethers of selected endpoints: painted above the scene. Their strokes keep their width on
/// screen whatever the zoom.
Scene statesOf(const Scene& scene, const States& states, double zoom);

/// The eight handles of a selected thing that can be resized, 8 px wide on screen: corners and middles of its sides.
struct Handle {
    int dx = 0;  ///< -1 moves the left edge, 1 the right one, 0 neither
    int dy = 0;  ///< -1 moves the top edge, 1 the bottom one, 0 neither
    Area area{};
};
std::vector<Handle> handlesOf(const Scene& scene, const AnyId& subject, double zoom);

}  // namespace gw
