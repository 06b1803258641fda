#pragma once
#include <string_view>

#include "model/design/design.h"

namespace gw {

/// Whether AWS has the setting for an endpoint of that type: route tables for gateways alone, network interfaces for
/// the others (CreateVpcEndpoint of the EC2 API).
bool isSettingOf(const Endpoint& endpoint, std::string_view key);
/// The same for what runs the workload: only ECS has execution roles, only instances have fixed and Elastic addresses.
bool isSettingOf(const Workload& workload, std::string_view key);
/// The same for the service: only S3 blocks public access, only API Gateway has types of API.
bool isSettingOf(const ServiceResource& resource, std::string_view key);

}  // namespace gw
