#pragma once
#include <string_view>

namespace gw {

/// Whether endpoints for the service take no policy: AWS lets everything through them, whatever one says (AWS
/// PrivateLink Guide, "Control access to VPC endpoints using endpoint policies"). False where that is not known, or not
/// verified.
bool ignoresEndpointPolicy(std::string_view service);

}  // namespace gw
