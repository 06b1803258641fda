#pragma once
#include <string>
#include <tuple>

#include "model/core/table.h"
#include "model/design/annotation.h"
#include "model/design/endpoint.h"
#include "model/design/identity.h"
#include "model/design/network.h"
#include "model/design/workload.h"

namespace gw {

/// What the document says of itself.
struct Header {
    std::string name{};
    std::string description{};
    friend bool operator==(const Header&, const Header&) = default;
    static constexpr auto fields =
        std::tuple{field("name", "Name", &Header::name, "What the design is called."),
                   field("description", "Description", &Header::description, "What it is for.")};
};

/// The whole document: a value. Copy it to keep it, compare it to see a change. No two rows share an id, except that a
/// placement has the id of what it places.
struct Design {
    Header header{};

    Table<Organization> organizations{};
    Table<OrganizationalUnit> organizationalUnits{};
    Table<Account> accounts{};
    Table<Policy> policies{};
    Table<Role> roles{};
    Table<Region> regions{};
    Table<AvailabilityZone> availabilityZones{};
    Table<Vpc> vpcs{};
    Table<Subnet> subnets{};
    Table<RouteTable> routeTables{};
    Table<InternetGateway> internetGateways{};
    Table<EgressOnlyGateway> egressOnlyGateways{};
    Table<NatGateway> natGateways{};
    Table<ElasticIp> elasticIps{};
    Table<VpnGateway> vpnGateways{};
    Table<TransitGateway> transitGateways{};
    Table<TransitGatewayAttachment> transitGatewayAttachments{};
    Table<TransitGatewayRouteTable> transitGatewayRouteTables{};
    Table<PeeringConnection> peeringConnections{};
    Table<OnPremisesNetwork> onPremisesNetworks{};
    Table<VpnConnection> vpnConnections{};
    Table<SecurityGroup> securityGroups{};
    Table<NetworkAcl> networkAcls{};
    Table<PrefixList> prefixLists{};
    Table<Endpoint> endpoints{};
    Table<EndpointService> endpointServices{};
    Table<ResourceGateway> resourceGateways{};
    Table<ResourceConfiguration> resourceConfigurations{};
    Table<ServiceNetwork> serviceNetworks{};
    Table<ResolverEndpoint> resolverEndpoints{};
    Table<ResolverRule> resolverRules{};
    Table<HostedZone> hostedZones{};
    Table<Workload> workloads{};
    Table<LoadBalancer> loadBalancers{};
    Table<ServiceResource> resources{};
    Table<Client> clients{};
    Table<Flow> flows{};
    Table<FlowLog> flowLogs{};
    Table<Note> notes{};
    Table<Group> groups{};
    Table<Layer> layers{};
    Table<Waiver> waivers{};
    Table<Invariant> invariants{};
    Table<Assumption> assumptions{};
    Table<PriceOverride> priceOverrides{};
    Table<Unmodelled> unmodelled{};
    Table<Placement> placements{};

    friend bool operator==(const Design&, const Design&) = default;

    /// Every table, once, in the order of the file: what walks the whole document walks this list.
    static constexpr auto tables = std::tuple{
        &Design::organizations, &Design::organizationalUnits, &Design::accounts, &Design::policies, &Design::roles,
        &Design::regions, &Design::availabilityZones, &Design::vpcs, &Design::subnets, &Design::routeTables,
        &Design::internetGateways, &Design::egressOnlyGateways, &Design::natGateways, &Design::elasticIps,
        &Design::vpnGateways, &Design::transitGateways, &Design::transitGatewayAttachments,
        &Design::transitGatewayRouteTables, &Design::peeringConnections, &Design::onPremisesNetworks,
        &Design::vpnConnections, &Design::securityGroups, &Design::networkAcls, &Design::prefixLists,
        &Design::endpoints, &Design::endpointServices, &Design::resourceGateways, &Design::resourceConfigurations,
        &Design::serviceNetworks, &Design::resolverEndpoints, &Design::resolverRules, &Design::hostedZones,
        &Design::workloads, &Design::loadBalancers, &Design::resources, &Design::clients, &Design::flows,
        &Design::flowLogs, &Design::notes, &Design::groups, &Design::layers, &Design::waivers, &Design::invariants,
        &Design::assumptions, &Design::priceOverrides, &Design::unmodelled, &Design::placements};
};

template <class Row>
using TableMember = Table<Row> Design::*;

/// Calls `visit` with a pointer to each table of the design.
template <class Visit>
constexpr void forEachTable(Visit visit) {
    std::apply([&](auto... table) { (visit(table), ...); }, Design::tables);
}

/// The table that rows of this kind stand in.
template <class Row>
constexpr TableMember<Row> tableOf() {
    return std::get<TableMember<Row>>(Design::tables);
}

/// The row with that id; nullptr where there is none.
template <class Row>
const Row* find(const Design& design, const Id<Row>& id) {
    return (design.*tableOf<Row>()).find(id);
}

}  // namespace gw
