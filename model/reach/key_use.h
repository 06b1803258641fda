#pragma once
#include <span>
#include <string_view>

#include "model/policy/access_request.h"
#include "model/reach/network.h"

/// What a service asks of AWS KMS on behalf of who calls it, where what is called is encrypted with a key of the
/// customer's: a forward access session (F-185, F-319).
namespace gw {

/// The actions on the key that the call of a service needs: "s3:GetObject" needs "kms:Decrypt". None where the call
/// does not touch what is encrypted, or where the service has grants of its own (DynamoDB, EBS).
std::span<const std::string_view> keyActionsFor(std::string_view action);

/// The request on the key as the service forwards it: signed as before, called via the service, with neither VPC nor
/// endpoint of the first call; which address it carries is not known. `service`: the prefix of its actions, "s3";
/// `region`: that of what is encrypted, empty where the design does not say.
RequestContext forwardedContext(RequestContext context, std::string_view service, std::string_view region);

}  // namespace gw
