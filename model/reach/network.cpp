#include "model/reach/network.h"

#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/reach/network_lists.h"
#include "model/reach/policy_cache.h"

namespace gw {
namespace {

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

Network::Network(const Design& design, const Network* previous) : design_(&design) {
    const auto shares = [&](auto... members) {
        return previous && ((design.*members).shares(previous->design_->*members) && ...);
    };
    const auto make = [&]<class Lists>(std::shared_ptr<const Lists> Network::*lists, bool isShared,
                                       const auto& source) {
        this->*lists = isShared ? previous->*lists : std::make_shared<const Lists>(source);
    };
    make(&Network::subnets_, shares(&Design::subnets), design.subnets);
    make(&Network::endpoints_, shares(&Design::endpoints), design.endpoints);
    make(&Network::groups_, shares(&Design::securityGroups), design.securityGroups);
    make(&Network::routeTables_, shares(&Design::routeTables), design.routeTables);
    make(&Network::gateways_, shares(&Design::internetGateways), design.internetGateways);
    make(&Network::zones_, shares(&Design::hostedZones), design.hostedZones);
    make(&Network::acls_, shares(&Design::networkAcls), design.networkAcls);
    make(&Network::flows_, shares(&Design::flows), design.flows);
    make(&Network::policies_, shares(&Design::policies), design.policies);
    make(&Network::workloads_, shares(&Design::workloads, &Design::subnets, &Design::vpcs), *this);
    make(&Network::needs_,
         shares(&Design::flows, &Design::workloads, &Design::subnets, &Design::vpcs, &Design::resources), *this);
    // Texts of versions long gone are let go of now and then.
    const bool goesOn = previous && previous->judgedPolicies_->size() < 4096 + 2 * design.roles.size();
    judgedPolicies_ = goesOn ? previous->judgedPolicies_ : std::make_shared<PolicyCache>();
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
    const auto& lists = outbound ? acls_->outbound : acls_->inbound;
    const auto at = lists.find(acl.id.value);
    return at == lists.end() ? std::span<const NetworkAclEntry* const>{} : std::span(at->second);
}

std::span<const Endpoint* const> Network::gatewayEndpointsOf(const RouteTable& table) const {
    return endpoints_->gatewaysByTable.of(table.id.value);
}

const InternetGateway* Network::internetGatewayOf(const Id<Vpc>& vpc) const {
    return gateways_->byVpc.firstOf(vpc.value);
}

const PrefixList* Network::prefixListOf(std::string_view service, std::string_view region) const {
    for (const PrefixList& list : design_->prefixLists)
        if (list.service == service && !list.entries.empty() && (!list.region || regionOf(list) == region))
            return &list;
    return nullptr;
}

std::span<const HostedZone* const> Network::hostedZonesOf(const Id<Vpc>& vpc) const {
    return zones_->byVpc.of(vpc.value);
}

const RouteTable* Network::routeTableOf(const Subnet& subnet) const {
    const auto tables = routeTablesFor(subnet);
    return tables.empty() ? nullptr : tables.front();
}

std::span<const RouteTable* const> Network::routeTablesFor(const Subnet& subnet) const {
    const auto own = routeTables_->bySubnet.of(subnet.id.value);
    return own.empty() ? routeTables_->mains.of(subnet.vpc.value) : own;
}

const RouteTable* Network::routeTableOf(std::string_view gateway) const {
    return routeTables_->byGateway.firstOf(std::string(gateway));
}

bool Network::hasOwnRouteTable(const Subnet& subnet) const {
    return routeTables_->bySubnet.firstOf(subnet.id.value) != nullptr;
}

const NetworkAcl* Network::networkAclOf(const Subnet& subnet) const {
    const NetworkAcl* own = acls_->bySubnet.firstOf(subnet.id.value);
    return own ? own : acls_->defaults.firstOf(subnet.vpc.value);
}

const SecurityGroup* Network::defaultGroupOf(const Id<Vpc>& vpc) const {
    return groups_->defaults.firstOf(vpc.value);
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
    return subnets_->byVpc.of(vpc.value);
}
std::span<const Endpoint* const> Network::endpointsOf(const Id<Vpc>& vpc) const {
    return endpoints_->byVpc.of(vpc.value);
}
std::span<const Workload* const> Network::workloadsOf(const Id<Vpc>& vpc) const {
    return workloads_->byVpc.of(vpc.value);
}
std::span<const RouteTable* const> Network::routeTablesOf(const Id<Vpc>& vpc) const {
    return routeTables_->byVpc.of(vpc.value);
}
std::span<const SecurityGroup* const> Network::securityGroupsOf(const Id<Vpc>& vpc) const {
    return groups_->byVpc.of(vpc.value);
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
    return flows_->bySource.of(source.value);
}
std::span<const Flow* const> Network::flowsTo(const AnyId& target) const {
    return flows_->byTarget.of(target.value);
}

std::span<const Flow* const> Network::needs(const Id<Vpc>& vpc, std::string_view service) const {
    return needs_->byVpcAndService.of(needKey(vpc, service));
}

std::span<const Policy* const> Network::policiesAt(const std::string& target) const {
    return policies_->byTarget.of(target);
}

const JudgedPolicy& Network::judged(const PolicyDocument& document, PolicyType type, const std::string& api) const {
    return judgedPolicies_->of(document, type, api);
}

}  // namespace gw
