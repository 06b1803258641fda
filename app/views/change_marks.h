#pragma once
#include <vector>

#include "model/design/design.h"
#include "model/scene/states.h"

namespace gw {

/// Outlines of what is different: things that are new or not as they were, where they are drawn in `after`, and things
/// that are gone, with their name, where they were. Of what has no place of its own, like a security group, the thing
/// that stands for it, where nothing else is marked. What only moved is not.
std::vector<GhostMark> changeMarks(const Design& before, const Design& after);

}  // namespace gw
