#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/design/design.h"

/// What others found out about a design, in the picture's own words: the scene knows neither findings nor traces.
namespace gw {

/// How a flow fares, which decides its colour and dash.
enum class LineState : std::uint8_t {
    Wanted,  ///< not judged
    Private,
    Public,  ///< works, not private
    Blocked,
    Unknown,
    Inbound,  ///< from outside, not judged
    Refused,  ///< blocked on purpose: drawn in the Security lens alone
};

struct FlowLine {
    LineState state = LineState::Wanted;
    /// The drawn things it passes between its ends, in order: endpoints, NAT and internet gateways, peering ...
    std::vector<AnyId> via{};
    /// Blocked: the drawn thing that stops it, one of `via` or an end; empty for the last of `via`.
    AnyId stopsAt{};
    /// Words on the line: "over the internet gateway", "stops: sg in"; empty for none.
    std::string pill{};
    friend bool operator==(const FlowLine&, const FlowLine&) = default;
};

enum class Urgency : std::uint8_t { Hint, Warning, Error };

/// The findings of one thing: the worst, and how many.
struct BadgeMark {
    Urgency worst = Urgency::Hint;
    int count = 0;
    friend bool operator==(const BadgeMark&, const BadgeMark&) = default;
};

/// Where a subnet's packets can go, derived from its routes and the endpoints in it.
enum class WayOut : std::uint8_t { Isolated, Private, Public };

/// What the picture puts forward; what a lens is not about is drawn faint, never moved.
enum class Lens : std::uint8_t { Topology, Routing, Security, Dns, Policy, Cost, Resilience };

struct Overlay {
    std::map<Id<Flow>, FlowLine> flows{};
    std::map<AnyId, BadgeMark> badges{};
    /// Subnets that are not named are drawn as isolated.
    std::map<Id<Subnet>, WayOut> waysOut{};
    /// The traced flow with all that it passes: everything else is drawn faint. Empty for no trace.
    std::set<AnyId> traced{};
    Lens lens = Lens::Topology;
    friend bool operator==(const Overlay&, const Overlay&) = default;
};

}  // namespace gw
