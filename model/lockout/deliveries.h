#pragma once
#include <vector>

#include "model/lockout/draft_caller.h"
#include "model/reach/network.h"

namespace gw {

/// The services of AWS that call the resource by principals of their own: those that one of these policies of it lets
/// in by name, and those to which the design has logs delivered. Either policy may be nullptr. What the draft lets in
/// is told even where the policy that stands does not.
std::vector<DraftCaller> deliveriesTo(const Network& network, const ServiceResource& target,
                                      const PolicyDocument* standing, const PolicyDocument* draft);

}  // namespace gw
