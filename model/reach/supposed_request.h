#pragma once
#include <optional>

#include "model/reach/call_request.h"

/// Requests that no flow of the design makes: on other ways, by strangers, of what is a stranger's.
namespace gw {

/// A way through the endpoint, which must outlive it. `privateAddress` of the caller, for aws:VpcSourceIp: an address
/// or a block; not known where it is empty.
Branch wayThrough(const Endpoint& endpoint, std::string privateAddress = {});
/// A way over the internet, from an address that is none of the design's.
Branch wayFromAnywhere();

/// The same request of a twin of what is asked for that an account outside the design and its organisation owns. None
/// where the ARN does not tell whose it is.
std::optional<AccessRequest> ofForeignTwin(const AccessRequest& request);
/// The same request through an endpoint that an account outside the design and its organisation owns.
AccessRequest throughForeignEndpoint(const AccessRequest& request);

}  // namespace gw
