#include "model/core/table_impl.h"
#include "model/design/design.h"

/// The first half of the tables: in two files so that two cores share the work.
namespace gw {

template class Table<Organization>;
template class Table<OrganizationalUnit>;
template class Table<Account>;
template class Table<Policy>;
template class Table<Role>;
template class Table<Region>;
template class Table<AvailabilityZone>;
template class Table<Vpc>;
template class Table<Subnet>;
template class Table<RouteTable>;
template class Table<InternetGateway>;
template class Table<EgressOnlyGateway>;
template class Table<NatGateway>;
template class Table<ElasticIp>;
template class Table<VpnGateway>;
template class Table<TransitGateway>;
template class Table<TransitGatewayAttachment>;
template class Table<TransitGatewayRouteTable>;
template class Table<PeeringConnection>;
template class Table<OnPremisesNetwork>;
template class Table<VpnConnection>;
template class Table<SecurityGroup>;
template class Table<NetworkAcl>;
template class Table<PrefixList>;

}  // namespace gw
