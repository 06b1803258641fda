#pragma once
#include "model/check/facts.h"

namespace gw {

/// The endpoint by whose own name the call would be private although its service name does not lead there: one of
/// another VPC, or without private DNS. Asks for the trace of such a call. nullptr where there is none.
const Endpoint* otherDoor(const Facts& facts, const Flow& flow);

}  // namespace gw
