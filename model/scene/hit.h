#pragma once
#include <optional>
#include <vector>

#include "model/scene/scene.h"
#include "model/scene/states.h"
#include "model/scene/uniform_grid.h"

namespace gw {

/// Finds what stands at a point of a scene. Holds on to the scene: it must outlive the index and stay as it is.
class HitIndex {
public:
    explicit HitIndex(const Scene& scene);

    /// The topmost thing at the point, `slack` away at most (a hit area is never under 24 px on screen); a card wins
    /// over a line, a line over a frame. Empty where there is nothing.
    AnyId at(Spot point, double zoom) const;
    /// Bodies of things whose box holds the point, topmost first; frames included.
    std::vector<AnyId> thingsAt(Spot point) const;
    /// Frames and bands that hold the point, deepest first: what a drop is offered to.
    std::vector<AnyId> framesAt(Spot point) const;
    /// The flow whose line passes the point, `slack` away at most.
    AnyId flowAt(Spot point, double slack) const;
    /// Things that stand wholly in the area.
    std::vector<AnyId> thingsIn(const Area& area) const;
    /// The handle of the selected thing under the point.
    std::optional<Handle> handleAt(const AnyId& selected, Spot point, double zoom) const;
    /// Items that may be seen in the area, by index into Scene::items, in order of painting.
    std::vector<std::uint32_t> itemsIn(const Area& area) const;

private:
    const Scene* scene_;
    UniformGrid grid_;
};

}  // namespace gw
