#pragma once
#include <set>
#include <string>
#include <vector>

#include "model/design/design.h"

/// What a drag shows while it lasts: the things dragged go along, and all else stands still until they are dropped.
namespace gw {

/// The things with all that stands in them, and the zone bands that go along since nothing else stands in
/// those.
std::set<std::string> carriedWith(const Design& design, const std::set<std::string>& ids);

/// Puts what `before` draws elsewhere back to its place there, but for `moving`; what is new stays. Returns the boxes
/// that frames put back will grow to.
std::vector<Box> holdStill(const Design& before, Design& after, const std::set<std::string>& moving);

}  // namespace gw
