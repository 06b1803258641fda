#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/check/facts.h"
#include "model/scene/overlay.h"

/// What each lens says of a design: which things it is about, in which tone, with which words.
namespace gw {

/// Nothing for Topology, which is the plain picture.
std::optional<LensContent> contentOf(Lens lens, const Facts& facts);

/// Subnets by the route table that holds for them, with where it sends what is not local; gateways with the tables that
/// lead to them.
LensContent routingContent(const Facts& facts);
/// Security groups of everything that has some, and the flows that are blocked on purpose.
LensContent securityContent(const Facts& facts);
/// Where the names of services lead, for each service and each caller.
LensContent dnsContent(const Facts& facts);
/// What policies say to the flows, at each place where one decides: caller, endpoint, what is called.
LensContent policyContent(const Facts& facts);
/// What endpoints and NAT gateways cost in a month by standing there.
LensContent costContent(const Facts& facts);
/// In how many Availability Zones each thing stands.
LensContent resilienceContent(const Facts& facts);

/// "A", "B" ... "Z", "AA": the key of the nth of equals.
std::string letterKey(std::size_t n);
/// The entries that a legend has room for: of more, the first ones and how many are left out.
void shorten(std::vector<LegendEntry>& legend);

}  // namespace gw
