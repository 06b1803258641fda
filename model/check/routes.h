#pragma once
#include <string>
#include <vector>

#include "model/check/facts.h"
#include "model/edit/edit.h"

/// Routes as rules name and change them.
namespace gw {

/// "10.30.0.0/16", or the name of the prefix list.
std::string nameOf(const Facts& facts, const Destination& destination);

/// The family of what the route is for; IPv4 for a list without blocks, such as one that AWS keeps.
IpFamily familyOf(const Design& design, const Destination& destination);

/// Leads what goes to `from` in any table to `to`; takes the route out where `to` has that destination already.
std::vector<Edit> reroutes(const Design& design, const AnyId& from, const RouteTarget& to);

}  // namespace gw
