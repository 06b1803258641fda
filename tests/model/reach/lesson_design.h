#pragma once
#include <nlohmann/json.hpp>

#include "model/design/design.h"

namespace gw::lessons {

/// Applies the operations of a lesson (set, add, remove at a path like "endpoints[vpce-s3].routeTables") to its design.
nlohmann::json applied(nlohmann::json design, const nlohmann::json& operations);

/// A lesson's design with its policies. Workload rows keep only the subnet, where one is given.
Design designOf(const nlohmann::json& lesson, const std::string& onlySubnet = {});

}  // namespace gw::lessons
