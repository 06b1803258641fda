#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/scene/roads.h"

namespace gw {

class Surroundings;

using LineKind = std::pair<LineState, std::string>;

/// A line of one thing to another that may be moved aside a little. Lines of one kind (a state, and the words on it)
/// share a track.
struct TrackedLine {
    struct End {
        Area area{};
        bool isSign = false;   ///< small: lines start below it
        bool isFixed = false;  ///< the line ends in a spot of its own
    };

    std::vector<Spot>* points = nullptr;
    LineKind kind{};
    End from{};
    End to{};
    /// What it must not be moved into.
    const Obstacles* around = nullptr;
    /// The frame that it stays in; none for one that goes anywhere.
    std::optional<Area> within{};
    /// It has lanes of its own, which keep off borders already.
    bool isLaid = false;
};

/// Where lines of several kinds would run on top of one another, level or upright, each kind gets a track of its own
/// beside the others, in the order in which they cross least. Lines that run along the border of a frame or through
/// names move off as far as there is room.
void separateTracks(const Surroundings& surroundings, const std::vector<TrackedLine>& lines);

}  // namespace gw
