#pragma once
#include <vector>

#include "model/design/design.h"

namespace gw {

/// The things of a design that a picture would show had they a place: those without a placement, and signs on the
/// border of a VPC that has none. In the order of the tables, then by id. What a layer or a closed frame hides is none
/// of them.
std::vector<AnyId> unplacedThings(const Design& design);

}  // namespace gw
