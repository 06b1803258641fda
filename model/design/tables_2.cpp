#include "model/core/table_impl.h"
#include "model/design/design.h"

/// The second half of the tables: in two files so that two cores share the work.
namespace gw {

template class Table<Endpoint>;
template class Table<EndpointService>;
template class Table<ResourceGateway>;
template class Table<ResourceConfiguration>;
template class Table<ServiceNetwork>;
template class Table<ResolverEndpoint>;
template class Table<ResolverRule>;
template class Table<HostedZone>;
template class Table<Workload>;
template class Table<LoadBalancer>;
template class Table<ServiceResource>;
template class Table<Client>;
template class Table<Flow>;
template class Table<FlowLog>;
template class Table<Note>;
template class Table<Group>;
template class Table<Layer>;
template class Table<Waiver>;
template class Table<Invariant>;
template class Table<Assumption>;
template class Table<PriceOverride>;
template class Table<Unmodelled>;
template class Table<Placement>;

}  // namespace gw
