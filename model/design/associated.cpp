#include "model/design/associated.h"

#include <algorithm>

namespace gw {
namespace {

bool isFallback(const RouteTable& table) {
    return table.isMain;
}
bool isFallback(const NetworkAcl& acl) {
    return acl.isDefault;
}

template <class Row>
Associated<Row> associatedIn(const Table<Row>& rows, const Subnet& subnet) {
    Associated<Row> found;
    for (const Row& row : rows) {
        if (!found.own && std::ranges::find(row.subnets, subnet.id) != row.subnets.end()) found.own = &row;
        if (!found.fallback && row.vpc == subnet.vpc && isFallback(row)) found.fallback = &row;
    }
    return found;
}

}  // namespace

Associated<RouteTable> routeTableOf(const Design& design, const Subnet& subnet) {
    return associatedIn(design.routeTables, subnet);
}

Associated<NetworkAcl> networkAclOf(const Design& design, const Subnet& subnet) {
    return associatedIn(design.networkAcls, subnet);
}

}  // namespace gw
