#pragma once
#include <span>
#include <string_view>

#include "model/check/facts.h"
#include "model/edit/edit.h"

namespace gw {

/// Adds an interface endpoint for a service of the catalogue, complete: in the subnets where other interface endpoints
/// of the VPC stand (else one of the callers' in each zone), with private DNS where the service has it, and with a
/// security group of its own that admits the callers of `needs` on the service's ports. The callers' groups let it out
/// where they did not.
Edit addInterfaceEndpoint(const Facts& facts, const Vpc& vpc, std::string_view service,
                          std::span<const Flow* const> needs);

}  // namespace gw
