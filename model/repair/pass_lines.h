#pragma once
#include "model/repair/situation.h"

namespace gw {

/// What would let the call, or its replies, pass the line of an on-premises network, or IPv6 a transit gateway. Nothing
/// for a virtual private gateway of another VPC (VPN_OTHER_VPC): it is attached to one VPC alone (FACTS F-266), so that
/// the least that helps is another gateway with a line of its own, which is no edit but a plan.
std::vector<Candidate> passLines(const Situation& situation, const Step& step);

/// What would let the caller's question get to the inbound Resolver endpoint that answers it, or give callers without
/// IPv4 an address to call.
std::vector<Candidate> getAnswers(const Situation& situation, const Step& step);

}  // namespace gw
