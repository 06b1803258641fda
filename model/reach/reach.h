#pragma once
#include "model/reach/network.h"
#include "model/reach/traces.h"

namespace gw {

/// How much a trace tells: everything, or the verdict, the way and whether that is as wanted, which takes half the
/// time.
enum class Telling : std::uint8_t { Whole, Verdict };

/// What happens to the flow: on the network (DNS, security groups, network ACLs, routes, endpoints and gateways, both
/// ways), and by policies (of the endpoint, of the role, of what is called, of organisations) for calls of AWS services
/// of which the design says who asks for what.
Trace trace(const Network& network, const Flow& flow, Telling telling = Telling::Whole);

/// What would happen to a call that the design does not draw. `flow` leads from a caller of the design to `target`,
/// which need not stand in it.
Trace trace(const Network& network, const Flow& flow, const ServiceResource& target, Telling telling = Telling::Whole);

/// All flows of the design, sorted by id.
Traces traces(const Network& network);

/// The same, taking over from `previous` what reads nothing of `changes`, which say how `network` reads differently
/// from the network that those are of. Adds the traces that tell something else now, or tell it of a new flow.
Traces traces(const Network& network, const Traces& previous, Changes& changes);

/// What a Reading notes of whoever looks at the trace of a flow.
Part partOfTrace(const Id<Flow>& flow);

}  // namespace gw
