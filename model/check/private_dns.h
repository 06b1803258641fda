#pragma once
#include <vector>

#include "model/check/rule.h"

/// Callers that use a service's own name, and what makes it lead to an interface endpoint.
namespace gw {

/// Whether the caller uses the service's own name, which leads to the endpoint through private DNS alone.
bool usesServiceName(const Flow& flow);

/// Wanted calls by the service's own name that an endpoint without private DNS does not get, and that do not end
/// privately by another way. Sorted by id.
std::vector<const Flow*> callsPassing(const Facts& facts, const Endpoint& endpoint);

/// Private DNS can be turned on where the service has it and no other endpoint of the VPC holds its name (FACTS F-143).
bool mayHavePrivateDns(const Facts& facts, const Endpoint& endpoint);
/// Private DNS of the endpoint, with the attributes of its VPC that it needs.
Fix turnPrivateDnsOn(const Facts& facts, const Endpoint& endpoint);
/// The flows use the name of the endpoint itself (vpce-...).
Fix callByEndpointName(const Facts& facts, const Endpoint& endpoint, const std::vector<const Flow*>& flows);

}  // namespace gw
