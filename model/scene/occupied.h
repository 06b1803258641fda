#pragma once
#include "model/scene/scene.h"
#include "model/scene/uniform_grid.h"

namespace gw {

/// What words must not cover: cards, signs, dots of interfaces, badges, other words; all as drawn at 100 %.
class Occupied {
public:
    /// By what the scene holds so far.
    explicit Occupied(const Scene& scene) {
        for (const Item& item : scene.items)
            if (item.plane != Plane::Flows && isInTheWay(item)) add(item.bounds);
    }
    void add(const Area& area) { grid_.add(area); }
    bool leaves(const Area& area) const {
        return !grid_.anyIn(area, [](std::uint32_t) { return true; });
    }

private:
    static bool isInTheWay(const Item& item) {
        if (item.part == PicturePart::Body) return item.standing != Standing::Frame && item.standing != Standing::Band;
        return item.part == PicturePart::Label || item.part == PicturePart::Pill ||
               item.part == PicturePart::Interface || item.part == PicturePart::Badge;
    }

    UniformGrid grid_{};
};

}  // namespace gw
