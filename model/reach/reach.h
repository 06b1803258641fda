#pragma once
#include <vector>

#include "model/reach/network.h"
#include "model/reach/trace.h"

namespace gw {

/// How much a trace tells: everything, or the verdict, the way and whether that is as wanted, which takes half the
/// time.
enum class Telling : std::uint8_t { Whole, Verdict };

/// What happens to the flow, judged on the network: DNS, security groups, network ACLs, routes, endpoints and gateways,
/// both ways. Policies are not judged yet: their steps say so, and no verdict says "allowed".
Trace trace(const Network& network, const Flow& flow, Telling telling = Telling::Whole);

/// What would happen to a call that the design does not draw. `flow` leads from a caller of the design to `target`,
/// which need not stand in it.
Trace trace(const Network& network, const Flow& flow, const ServiceResource& target, Telling telling = Telling::Whole);

/// All flows of the design, sorted by id.
std::vector<Trace> traces(const Network& network);

}  // namespace gw
