#pragma once
#include <optional>

#include "model/lockout/draft_place.h"
#include "model/lockout/lockout.h"
#include "model/reach/network.h"

namespace gw {

/// Who could change the resource's policy in this design, which holds the draft. None where it is not known what
/// changes it. `standIn` is a role of the owning account that the design has for the root user's sake alone.
std::optional<PolicyRepair> repairOf(const Network& network, const DraftPlace& place, const Id<Role>& standIn);

}  // namespace gw
