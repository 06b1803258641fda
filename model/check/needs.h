#pragma once
#include <string_view>
#include <vector>

#include "model/catalog/catalog.h"
#include "model/check/facts.h"

/// What the design declares that it needs, for rules: they fire on a need, never on mere absence.
namespace gw {

/// A flow that is to work: any but those meant to be blocked.
bool isWanted(const Flow& flow);
/// The service resource that the flow leads to; nullptr where it leads to something else.
const ServiceResource* serviceOf(const Design& design, const Flow& flow);
/// The workload that the flow starts at; nullptr where somebody else calls.
const Workload* callerOf(const Design& design, const Flow& flow);

/// Whether the VPC has an endpoint of any type for the service.
bool hasEndpoint(const Network& network, const Id<Vpc>& vpc, std::string_view service);

/// Wanted flows of workloads of the endpoint's VPC to its service, in its service's Region, sorted by id.
std::vector<const Flow*> needsOf(const Facts& facts, const Endpoint& endpoint);
/// Wanted flows from an on-premises network to the service.
std::vector<const Flow*> onPremisesNeeds(const Facts& facts, std::string_view service);
/// The workloads that these flows start at, each once, in order.
std::vector<const Workload*> callersOf(const Design& design, const std::vector<const Flow*>& flows);
/// The Region whose service the endpoint leads to.
std::string_view serviceRegionOf(const Network& network, const Endpoint& endpoint);

/// Whether the flow goes, or would go up to where it stops, through the thing.
bool goesThrough(const Trace& trace, const AnyId& thing);
/// Whether the call goes to public addresses; false where its name leads to the private ones of an endpoint that the
/// way does not come to.
bool asksPublicAddress(const Trace& trace);
/// The internet gateway or NAT gateway on the way; nullptr where there is none.
const InternetGateway* internetGatewayOn(const Design& design, const Trace& trace);
const NatGateway* natGatewayOn(const Design& design, const Trace& trace);
/// The endpoint of that kind on the way; nullptr where there is none.
const Endpoint* endpointOn(const Design& design, const Trace& trace);

/// "a", "a and b", "a, b and 3 more"
std::string listOf(const std::vector<std::string>& names);

}  // namespace gw
