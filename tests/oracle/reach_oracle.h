#pragma once
#include <set>

#include "model/design/design.h"

namespace gw::oracle {

/// How one concrete packet (and its reply) fares.
enum class Fate { Gateway, Interface, Public, Blocked, NotModelled };

/// What becomes of every packet of a flow from a workload in a VPC or from an on-premises network: one packet for each
/// class of addresses and ports that any rule of the design tells apart. Written a second time, by looking at each rule
/// for each packet, so that it shares no thought with model/reach. `NotModelled` in the answer: the oracle does not
/// know this kind of way.
std::set<Fate> fatesOf(const Design& design, const Flow& flow);

}  // namespace gw::oracle
