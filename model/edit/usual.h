#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/design/design.h"

/// What a new thing gets unless somebody says otherwise: values that work at once and take nothing that is in use.
namespace gw::usual {

/// The lowest private /16 (10.0.0.0/16, 10.1.0.0/16 ...) that overlaps no VPC and no on-premises network of the design;
/// 10.0.0.0/16 where all are taken.
Cidr vpcBlock(const Design& design);
/// The lowest free block of the VPC's IPv4 blocks for a subnet: a /24 of a VPC of /16 to /18, a sixteenth of a smaller
/// one, or what is left down to AWS's least, a /28. Empty where nothing is left.
std::optional<Cidr> subnetBlock(const Design& design, const Vpc& vpc);
/// The lowest free block of that size; empty where there is none.
std::optional<Cidr> subnetBlock(const Design& design, const Vpc& vpc, int prefix);
/// Code of the first usual Region that the design does not draw yet, us-east-1 first.
std::string regionCode(const Design& design);
/// The first zone name of the Region that the design does not draw yet, "us-east-1a"; empty where all are drawn.
std::string zoneName(const Design& design, const Region& region);
/// IAM actions that most callers of the service need, fewest possible; none where no call is the usual one.
std::vector<std::string> actions(std::string_view service);
/// ARN of a resource of the service with that name, in the account or else in AWS's documentation account 111122223333;
/// "*" where the service's resources have no ARN of a known form.
std::string arn(std::string_view service, std::string_view name, std::string_view region, const AccountNumber& account);
/// The service a new endpoint of the VPC leads to: one that a resource of the design needs and the VPC has no such
/// endpoint for, else the first of a short list that the VPC has none for.
std::string endpointService(const Design& design, const Id<Vpc>& vpc, EndpointType type);

}  // namespace gw::usual
