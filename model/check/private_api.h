#pragma once
#include <set>
#include <string>

#include "model/check/facts.h"

/// What private APIs of API Gateway need, for the rules that judge them.
namespace gw {

/// Ids of the endpoints that the API is meant to be called through: those it is associated with, else those for
/// execute-api in its callers' VPCs.
std::set<std::string> endpointsFor(const Facts& facts, const ServiceResource& api);

/// A resource policy that allows calls through these endpoints and denies all others (F-155).
PolicyDocument admittingThrough(const std::set<std::string>& endpoints);

}  // namespace gw
