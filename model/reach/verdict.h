#pragma once
#include "model/reach/reach.h"
#include "model/reach/words.h"

namespace gw {

/// The trace of a journey whose branches are all judged: the verdict holds for every answer and every network interface
/// of the caller, or is partial.
Trace conclude(const Network& network, const Journey& journey, Telling telling);

}  // namespace gw
