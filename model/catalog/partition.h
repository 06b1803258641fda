#pragma once
#include <string_view>

namespace gw {

/// The partition that a Region is part of, as ARNs name it: "aws", "aws-cn" (cn-north-1), "aws-us-gov" (us-gov-west-1),
/// "aws-eusc" (eusc-de-east-1), those of the isolated Regions (us-iso-east-1, us-isob-east-1, eu-isoe-west-1,
/// us-isof-south-1). "aws" where the code is empty or not known (AWS General Reference, "Amazon Resource Names";
/// botocore, partitions).
std::string_view partitionOf(std::string_view region);

}  // namespace gw
