#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "model/scene/border.h"
#include "model/scene/shape.h"
#include "model/scene/uniform_grid.h"

namespace gw {

/// What lines keep clear of.
class Obstacles {
public:
    void add(const Area& area) { grid_.add(area); }
    bool crossedBy(Spot from, Spot to) const;
    /// The same for a line that passes them as near as `clearance`.
    bool crossedBy(Spot from, Spot to, double clearance) const;
    /// The obstacles that the segment crosses.
    std::vector<Area> crossed(Spot from, Spot to) const;

private:
    UniformGrid grid_{160};
};

/// Where a line may leave or reach a thing: on its edge, then straight out to `clear`.
struct Port {
    Spot at{};
    Spot clear{};
};

/// Ports in the middle of the sides of an area.
Port portOf(const Area& area, Side side);
std::vector<Port> portsOf(const Area& area);

/// The cheapest way at right angles from one of the ports to one of the others: short, few corners, around obstacles.
/// Where there is no way around, straight through. From edge to edge; corners only where the direction changes.
std::vector<Spot> routed(const std::vector<Port>& from, const std::vector<Port>& to, const Obstacles& obstacles);

/// The points without those that lie on a straight line between their neighbours, and without repeats.
std::vector<Spot> straightened(std::vector<Spot> points);

}  // namespace gw
