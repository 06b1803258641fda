#pragma once
#include <map>
#include <string>

#include "model/edit/settle.h"

namespace gw {

/// After rows have changed: brings each drawn thing whose frame, zone or subnets are others than before to the nearest
/// lawful place there; to its box in `wanted` where it has one. What stands where it stood, or is new, keeps
/// its place.
void restand(const Design& before, Design& after, const std::map<std::string, Box>& wanted = {});

/// Subnets that have got interfaces grow, with what is around them, until their dots have room.
void makeRoomForInterfaces(const Design& before, Design& after);

}  // namespace gw
