#pragma once
#include <string>
#include <utility>
#include <vector>

#include "model/scene/roads.h"

namespace gw {

/// A line that may be moved aside a little. Lines of one kind (a state, and the words on it) share a track.
struct TrackedLine {
    std::vector<Spot>* points = nullptr;
    std::pair<LineState, std::string> kind{};
};

/// Where lines of several kinds would run level on top of one another on their way around something, each kind gets a
/// track of its own: the wider it reaches the further out, so that the kinds do not cross.
void separateTracks(const Roads& roads, const std::vector<TrackedLine>& lines);

}  // namespace gw
