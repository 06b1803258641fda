#pragma once
#include <vector>

#include "model/reach/pipeline.h"

namespace gw {

/// The ways by which a call reaches what it calls, whatever policies say of it: those that the network stops are left
/// out, and all of them where the name leads nowhere. What they point into is the design.
std::vector<Branch> openWays(const Network& network, const Flow& flow);

}  // namespace gw
