#include "model/reach/network.h"

#include <algorithm>

#include "model/catalog/catalog.h"

namespace gw {
namespace {

template <class Row>
std::span<const Row* const> rowsOf(const std::unordered_map<std::string, std::vector<const Row*>>& index,
                                   const std::string& key) {
    const auto at = index.find(key);
    return at == index.end() ? std::span<const Row* const>{} : std::span<const Row* const>(at->second);
}

template <class Row>
const Row* rowOf(const std::unordered_map<std::string, const Row*>& index, const std::string& key) {
    const auto at = index.find(key);
    return at == index.end() ? nullptr : at->second;
}

std::vector<const SecurityGroup*> groups(const Design& design, const std::vector<Id<SecurityGroup>>& ids,
                                         const SecurityGroup* otherwise) {
    std::vector<const SecurityGroup*> found;
    for (const auto& id : ids)
        if (const SecurityGroup* group = find(design, id)) found.push_back(group);
    if (ids.empty() && otherwise) found.push_back(otherwise);
    return found;
}

std::vector<NetworkInterface> interfaces(const Design& design, const AnyId& owner,
                                         const std::vector<Id<Subnet>>& subnets,
                                         const std::vector<const SecurityGroup*>& groups, bool publicIp) {
    std::vector<NetworkInterface> found;
    for (const auto& id : subnets)
        // A subnet named twice is still one interface.
        if (const Subnet* subnet = find(design, id);
            subnet && std::ranges::find(found, subnet, &NetworkInterface::subnet) == found.end())
            found.push_back({owner, subnet, groups, publicIp});
    return found;
}

std::string needKey(const Id<Vpc>& vpc, std::string_view service) {
    return vpc.value + ' ' + std::string(service);
}

std::vector<const NetworkAclEntry*> byNumber(const std::vector<NetworkAclEntry>& entries) {
    std::vector<const NetworkAclEntry*> sorted;
    for (const NetworkAclEntry& entry : entries) sorted.push_back(&entry);
    std::ranges::stable_sort(sorted, {}, &NetworkAclEntry::number);
    return sorted;
}

/// A function never gets a public address of its own (FACTS F-179); for ECS tasks, databases and caches it is a setting
/// of their own; MapPublicIpOnLaunch of the subnet is for instances (FACTS F-221).
bool takesAddressOfSubnet(WorkloadKind kind) {
    return kind == WorkloadKind::Ec2 || kind == WorkloadKind::Eks || kind == WorkloadKind::Generic;
}

}  // namespace

bool isOffered(const Endpoint& endpoint) {
    if (endpoint.type != EndpointType::Gateway && endpoint.type != EndpointType::Interface) return true;
    const Service* service = Catalog::builtIn().service(endpoint.service);
    if (endpoint.type == EndpointType::Gateway) return service && service->types.gateway;
    // A service that the catalogue does not know may be a new one, or that of another provider.
    return !service || service->types.interface;
}

Network::Network(const Design& design) : design_(&design) {
    for (const Subnet& row : design.subnets) subnets_[row.vpc.value].push_back(&row);
    for (const Endpoint& row : design.endpoints) endpoints_[row.vpc.value].push_back(&row);
    for (const SecurityGroup& row : design.securityGroups) {
        securityGroups_[row.vpc.value].push_back(&row);
        if (row.isDefault) defaultGroup_.emplace(row.vpc.value, &row);
    }
    for (const RouteTable& row : design.routeTables) {
        routeTables_[row.vpc.value].push_back(&row);
        if (row.isMain) mainTable_.emplace(row.vpc.value, &row);
        for (const auto& subnet : row.subnets) tableOfSubnet_.emplace(subnet.value, &row);
        for (const auto& gateway : row.gateways) tableOfGateway_.emplace(gateway.value, &row);
    }
    for (const Endpoint& row : design.endpoints)
        if (row.type == EndpointType::Gateway && isOffered(row))
            for (const auto& table : row.routeTables) gatewayEndpoints_[table.value].push_back(&row);
    for (const InternetGateway& row : design.internetGateways)
        if (row.vpc) internetGateways_.emplace(row.vpc.value, &row);
    for (const HostedZone& row : design.hostedZones)
        if (row.isPrivate)
            for (const auto& vpc : row.vpcs) hostedZones_[vpc.value].push_back(&row);
    for (const NetworkAcl& row : design.networkAcls) {
        inbound_.emplace(row.id.value, byNumber(row.ingress));
        outbound_.emplace(row.id.value, byNumber(row.egress));
        if (row.isDefault) defaultAcl_.emplace(row.vpc.value, &row);
        for (const auto& subnet : row.subnets) aclOfSubnet_.emplace(subnet.value, &row);
    }
    for (const Workload& row : design.workloads)
        if (const Vpc* vpc = vpcOf(row)) workloads_[vpc->id.value].push_back(&row);
    for (const Flow& row : design.flows) {
        flowsFrom_[row.from.value].push_back(&row);
        flowsTo_[row.to.value].push_back(&row);
    }
    for (const Workload& row : design.workloads)
        if (const Vpc* vpc = vpcOf(row))
            for (const Flow* flow : flowsFrom(row.id))
                if (const ServiceResource* target = find(design, Id<ServiceResource>{flow->to.value});
                    target && flow->intent != FlowIntent::Blocked)
                    needs_[needKey(vpc->id, target->service)].push_back(flow);
}

std::string_view Network::regionOf(const Vpc& vpc) const {
    const Region* region = find(*design_, vpc.region);
    return region ? std::string_view(region->code) : std::string_view{};
}

std::string_view Network::regionOf(const ServiceResource& resource) const {
    const Region* region = find(*design_, resource.region);
    return region ? std::string_view(region->code) : std::string_view{};
}

std::string_view Network::regionOf(const PrefixList& list) const {
    const Region* region = find(*design_, list.region);
    return region ? std::string_view(region->code) : std::string_view{};
}

std::span<const NetworkAclEntry* const> Network::entriesOf(const NetworkAcl& acl, bool outbound) const {
    return rowsOf(outbound ? outbound_ : inbound_, acl.id.value);
}

std::span<const Endpoint* const> Network::gatewayEndpointsOf(const RouteTable& table) const {
    return rowsOf(gatewayEndpoints_, table.id.value);
}

const InternetGateway* Network::internetGatewayOf(const Id<Vpc>& vpc) const {
    return rowOf(internetGateways_, vpc.value);
}

const PrefixList* Network::prefixListOf(std::string_view service, std::string_view region) const {
    for (const PrefixList& list : design_->prefixLists)
        if (list.service == service && !list.entries.empty() && (!list.region || regionOf(list) == region))
            return &list;
    return nullptr;
}

std::span<const HostedZone* const> Network::hostedZonesOf(const Id<Vpc>& vpc) const {
    return rowsOf(hostedZones_, vpc.value);
}

const RouteTable* Network::routeTableOf(const Subnet& subnet) const {
    const RouteTable* own = rowOf(tableOfSubnet_, subnet.id.value);
    return own ? own : rowOf(mainTable_, subnet.vpc.value);
}

const RouteTable* Network::routeTableOf(std::string_view gateway) const {
    return rowOf(tableOfGateway_, std::string(gateway));
}

bool Network::hasOwnRouteTable(const Subnet& subnet) const {
    return rowOf(tableOfSubnet_, subnet.id.value) != nullptr;
}

const NetworkAcl* Network::networkAclOf(const Subnet& subnet) const {
    const NetworkAcl* own = rowOf(aclOfSubnet_, subnet.id.value);
    return own ? own : rowOf(defaultAcl_, subnet.vpc.value);
}

const SecurityGroup* Network::defaultGroupOf(const Id<Vpc>& vpc) const {
    return rowOf(defaultGroup_, vpc.value);
}

Exposure Network::exposureOf(const Subnet& subnet) const {
    const RouteTable* table = routeTableOf(subnet);
    if (!table) return Exposure::Isolated;
    Exposure exposure = gatewayEndpointsOf(*table).empty() ? Exposure::Isolated : Exposure::Private;
    for (const Route& route : table->routes) {
        if (!route.target || route.state == RouteState::Blackhole) continue;
        if (find(*design_, Id<InternetGateway>{route.target.value})) return Exposure::Public;
        exposure = Exposure::Private;
    }
    return exposure;
}

std::span<const Subnet* const> Network::subnetsOf(const Id<Vpc>& vpc) const {
    return rowsOf(subnets_, vpc.value);
}
std::span<const Endpoint* const> Network::endpointsOf(const Id<Vpc>& vpc) const {
    return rowsOf(endpoints_, vpc.value);
}
std::span<const Workload* const> Network::workloadsOf(const Id<Vpc>& vpc) const {
    return rowsOf(workloads_, vpc.value);
}
std::span<const RouteTable* const> Network::routeTablesOf(const Id<Vpc>& vpc) const {
    return rowsOf(routeTables_, vpc.value);
}
std::span<const SecurityGroup* const> Network::securityGroupsOf(const Id<Vpc>& vpc) const {
    return rowsOf(securityGroups_, vpc.value);
}

const Vpc* Network::vpcOf(const Workload& workload) const {
    if (const Vpc* vpc = find(*design_, workload.vpc)) return vpc;
    for (const auto& id : workload.subnets)
        if (const Subnet* subnet = find(*design_, id)) return vpcOf(*subnet);
    return nullptr;
}

std::vector<NetworkInterface> Network::interfacesOf(const Workload& workload) const {
    const Vpc* vpc = vpcOf(workload);
    auto found = interfaces(*design_, workload.id, workload.subnets,
                            groups(*design_, workload.securityGroups, vpc ? defaultGroupOf(vpc->id) : nullptr),
                            workload.publicIp || !workload.elasticIps.empty());
    for (NetworkInterface& interface : found) {
        if (takesAddressOfSubnet(workload.workloadKind) && interface.subnet->mapPublicIp) interface.publicIp = true;
        if (workload.workloadKind == WorkloadKind::Lambda) interface.publicIp = false;
    }
    return found;
}

std::vector<NetworkInterface> Network::interfacesOf(const LoadBalancer& balancer) const {
    const bool filtered =
        balancer.loadBalancerKind == LoadBalancerKind::Application || !balancer.securityGroups.empty();
    auto found =
        interfaces(*design_, balancer.id, balancer.subnets,
                   groups(*design_, balancer.securityGroups, filtered ? defaultGroupOf(balancer.vpc) : nullptr),
                   balancer.scheme == LoadBalancerScheme::InternetFacing);
    for (NetworkInterface& interface : found) interface.filtered = filtered;
    return found;
}

std::vector<NetworkInterface> Network::interfacesOf(const Endpoint& endpoint) const {
    return interfaces(*design_, endpoint.id, endpoint.subnets, groupsOf(endpoint), false);
}

std::vector<NetworkInterface> Network::interfacesOf(const ResolverEndpoint& resolver) const {
    return interfaces(*design_, resolver.id, resolver.subnets,
                      groups(*design_, resolver.securityGroups, defaultGroupOf(resolver.vpc)), false);
}

std::vector<const SecurityGroup*> Network::groupsOf(const Endpoint& endpoint) const {
    return groups(*design_, endpoint.securityGroups, defaultGroupOf(endpoint.vpc));
}

std::span<const Flow* const> Network::flowsFrom(const AnyId& source) const {
    return rowsOf(flowsFrom_, source.value);
}
std::span<const Flow* const> Network::flowsTo(const AnyId& target) const {
    return rowsOf(flowsTo_, target.value);
}

std::span<const Flow* const> Network::needs(const Id<Vpc>& vpc, std::string_view service) const {
    return rowsOf(needs_, needKey(vpc, service));
}

}  // namespace gw
