#pragma once
#include <string>
#include <vector>

#include "model/check/recommend.h"
#include "model/check/rule.h"

namespace gw {

/// What the rule about one kind of call without a way finds: an error for each, with the endpoint that AWS recommends
/// as its fix where there is one. `says` words the message.
std::vector<Finding> pathlessFindings(const Facts& facts, PathlessKind kind,
                                      const std::function<std::string(const PathlessCall&)>& says);

}  // namespace gw
