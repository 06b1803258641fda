#pragma once
#include <optional>
#include <set>
#include <string>

#include "model/design/design.h"

namespace gw {

/// The displacement nearest to `wanted` that brings drawn things, each in its own frame, to a place where they are
/// clear of all else there and their frames need not grow. Nothing where there is none, or where one of them is a
/// frame.
std::optional<Point> roomFor(const Design& design, const std::set<std::string>& ids, Point wanted);

/// The centre of a free place in a drawn frame for a thing of that size (cut to the width of the frame): the first one
/// from its upper left corner; below all else where it has none.
Point freeCentreIn(const Design& design, const std::string& frame, const Box& size);

/// Where roomFor() finds nothing: the displacement straight down that brings them below all that stands in their
/// frames.
Point belowAllFor(const Design& design, const std::set<std::string>& ids);

}  // namespace gw
