#pragma once
#include <optional>

#include "model/reach/network.h"

namespace gw {

/// Hours that AWS's price pages count in a month.
constexpr double hoursPerMonth = 730;

/// What the endpoint costs in a month by standing there, in US dollars at the list price of its VPC's Region: for
/// interface endpoints an hour's price in each zone (FACTS F-017), nothing for gateway endpoints (F-016). Empty where
/// the catalogue has no price for its type.
std::optional<double> standingCostOf(const Network& network, const Endpoint& endpoint);

/// The same for a NAT gateway: its hours, and those of its public addresses.
std::optional<double> standingCostOf(const Network& network, const NatGateway& gateway);

/// The same for all endpoints and NAT gateways of the design; data is not counted. Empty where one has no price.
std::optional<double> standingCostOf(const Network& network);

}  // namespace gw
