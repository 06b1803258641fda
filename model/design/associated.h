#pragma once
#include "model/design/design.h"

namespace gw {

/// Which route table, or network ACL, a subnet is associated with, and which one holds where it is with none: its VPC's
/// main table or default ACL (https://docs.aws.amazon.com/vpc/latest/userguide/WorkWithRouteTables.html). Of several,
/// which AWS refuses, the first by id: so Network has it too. Pointers into the design; nullptr where it shows none.
template <class Row>
struct Associated {
    const Row* own = nullptr;
    const Row* fallback = nullptr;

    const Row* holding() const { return own ? own : fallback; }
};

Associated<RouteTable> routeTableOf(const Design& design, const Subnet& subnet);
Associated<NetworkAcl> networkAclOf(const Design& design, const Subnet& subnet);

}  // namespace gw
