#pragma once
#include <vector>

#include "model/design/design.h"

namespace gw {

/// Whether the blocks together hold every public address of the family: exact, so that 0.0.0.0/1 and 128.0.0.0/1 are
/// seen as the whole internet. Private, shared and reserved IPv4 addresses do not count; of IPv6 it is 2000::/3.
bool coverInternet(const std::vector<Cidr>& blocks, IpFamily family);

/// Inbound rules that let TCP to some of the ports in, of those whose blocks together are the whole internet; empty
/// where the internet is not let in.
std::vector<SecurityGroupRule> rulesOpenToInternet(const SecurityGroup& group, PortRange ports);

}  // namespace gw
