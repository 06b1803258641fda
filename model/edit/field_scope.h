#pragma once
#include <string_view>

#include "model/design/design.h"

namespace gw {

/// Whether AWS has the setting for an endpoint of that type: route tables for gateways alone, network interfaces for
/// the others (CreateVpcEndpoint of the EC2 API).
bool isSettingOf(const Endpoint& endpoint, std::string_view key);

}  // namespace gw
