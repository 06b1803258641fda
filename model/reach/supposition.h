#pragma once
#include <span>
#include <string>
#include <vector>

#include "model/reach/what_if.h"

/// What would happen to a design, before it is done: the question and its answer. Window and command line ask here.
namespace gw {

/// What is imagined. A zone goes down with all that stands in it alone; a thing goes with all that belongs to it; a
/// route goes from its table; private DNS of an endpoint is the other way round.
struct Supposition {
    enum class Kind : std::uint8_t { ZoneDown, ThingGone, RouteGone, PrivateDnsTurned };
    Kind kind = Kind::ThingGone;
    AnyId subject{};        ///< the zone (its id or name), the thing, the route table, the endpoint
    std::size_t route = 0;  ///< of RouteGone: its place in the table, from 0
    friend bool operator==(const Supposition&, const Supposition&) = default;
};

/// The answer, with the design that it is about.
struct WhatIf {
    std::vector<Supposition> suppositions{};
    std::string title{};                ///< "us-east-1a down", "Without vpce-s3"
    Design design{};                    ///< as it would be
    Traces traces{};                    ///< of the flows that would still be there, sorted by flow
    std::vector<FlowChange> changes{};  ///< sorted by flow
};

/// The design with all of it come true at once; `before` holds the traces of all its flows as they are, sorted by flow.
/// Says which supposition is about something that the design does not have.
Result<WhatIf> whatIf(const Design& design, const Traces& before, std::vector<Supposition> suppositions);

/// The trace of the flow as it would be; nullptr where the flow would be gone.
const Trace* traceOf(const WhatIf& whatIf, const Id<Flow>& flow);

/// Whether it can be asked what would happen without the thing: not of flows, notes and the design's own remarks.
bool isSupposable(const Design& design, const AnyId& thing);
/// The thing gone; a zone down.
Supposition goneOrDown(const Design& design, const AnyId& thing);

}  // namespace gw
