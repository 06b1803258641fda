#pragma once
#include <string_view>

namespace gw {

/// Whether endpoints for the service take no policy: AWS lets everything through them, whatever one says (AWS
/// PrivateLink Guide, "Control access to VPC endpoints using endpoint policies"). False where that is not known, or not
/// verified.
bool ignoresEndpointPolicy(std::string_view service);

/// Whether endpoints for the services of that IAM prefix answer calls of no other prefix. The endpoints of STS and SSM,
/// and of others, answer more; false as well where it is not known.
bool answersOnePrefix(std::string_view iamPrefix);

}  // namespace gw
