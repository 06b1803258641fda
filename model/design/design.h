#pragma once
#include <string>

#include "model/core/table.h"
#include "model/design/annotation.h"
#include "model/design/endpoint.h"
#include "model/design/filters.h"
#include "model/design/gateways.h"
#include "model/design/identity.h"
#include "model/design/network.h"
#include "model/design/workload.h"

namespace gw {

// Instantiated once, in tables*.cpp.
extern template class Table<Organization>;
extern template class Table<OrganizationalUnit>;
extern template class Table<Account>;
extern template class Table<Policy>;
extern template class Table<Role>;
extern template class Table<Region>;
extern template class Table<AvailabilityZone>;
extern template class Table<Vpc>;
extern template class Table<Subnet>;
extern template class Table<RouteTable>;
extern template class Table<InternetGateway>;
extern template class Table<EgressOnlyGateway>;
extern template class Table<NatGateway>;
extern template class Table<ElasticIp>;
extern template class Table<VpnGateway>;
extern template class Table<TransitGateway>;
extern template class Table<TransitGatewayAttachment>;
extern template class Table<TransitGatewayRouteTable>;
extern template class Table<PeeringConnection>;
extern template class Table<OnPremisesNetwork>;
extern template class Table<VpnConnection>;
extern template class Table<SecurityGroup>;
extern template class Table<NetworkAcl>;
extern template class Table<PrefixList>;
extern template class Table<Endpoint>;
extern template class Table<EndpointService>;
extern template class Table<ResourceGateway>;
extern template class Table<ResourceConfiguration>;
extern template class Table<ServiceNetwork>;
extern template class Table<ResolverEndpoint>;
extern template class Table<ResolverRule>;
extern template class Table<HostedZone>;
extern template class Table<Workload>;
extern template class Table<LoadBalancer>;
extern template class Table<ServiceResource>;
extern template class Table<Client>;
extern template class Table<Flow>;
extern template class Table<FlowLog>;
extern template class Table<Note>;
extern template class Table<Group>;
extern template class Table<Layer>;
extern template class Table<Waiver>;
extern template class Table<Invariant>;
extern template class Table<Assumption>;
extern template class Table<PriceOverride>;
extern template class Table<Unmodelled>;
extern template class Table<Placement>;

/// What the document says of itself.
struct Header {
    std::string name{};
    std::string description{};
    friend bool operator==(const Header&, const Header&) = default;
    static constexpr auto fields =
        FieldList{field("name", "Name", &Header::name, "What the design is called."),
                  field("description", "Description", &Header::description, "What it is for.")};
};

/// The whole document: a value. Copy it to keep it, compare it to see a change. No two rows share an id, except that a
/// placement has the id of what it places.
struct Design {
    // Written once, in design.cpp: what copies or moves a design is in nearly every file.
    Design();
    Design(const Design&);
    Design(Design&&) noexcept;
    Design& operator=(const Design&);
    Design& operator=(Design&&) noexcept;
    ~Design();

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

    friend bool operator==(const Design&, const Design&);
};

namespace detail {

template <class Row, Table<Row> Design::*Member>
struct TableEntry {};
template <class Row, Table<Row> Design::*Member>
constexpr Table<Row> Design::*memberOf(const TableEntry<Row, Member>&) {
    return Member;
}
template <class Row>
Row rowOfTable(Table<Row> Design::*);
template <auto Member>
using EntryOf = TableEntry<decltype(rowOfTable(Member)), Member>;

/// A flat list, not a std::tuple: this header is in nearly every file, and a tuple of 47 costs seconds in each.
template <auto... Member>
struct TableList : EntryOf<Member>... {
    template <class Visit>
    static constexpr void forEach(Visit& visit) {
        (visit(Member), ...);
    }
};

}  // namespace detail

/// Every table, once, in the order of the file: what walks the whole document walks this list.
using DesignTables = detail::TableList<
    &Design::organizations, &Design::organizationalUnits, &Design::accounts, &Design::policies, &Design::roles,
    &Design::regions, &Design::availabilityZones, &Design::vpcs, &Design::subnets, &Design::routeTables,
    &Design::internetGateways, &Design::egressOnlyGateways, &Design::natGateways, &Design::elasticIps,
    &Design::vpnGateways, &Design::transitGateways, &Design::transitGatewayAttachments,
    &Design::transitGatewayRouteTables, &Design::peeringConnections, &Design::onPremisesNetworks,
    &Design::vpnConnections, &Design::securityGroups, &Design::networkAcls, &Design::prefixLists, &Design::endpoints,
    &Design::endpointServices, &Design::resourceGateways, &Design::resourceConfigurations, &Design::serviceNetworks,
    &Design::resolverEndpoints, &Design::resolverRules, &Design::hostedZones, &Design::workloads,
    &Design::loadBalancers, &Design::resources, &Design::clients, &Design::flows, &Design::flowLogs, &Design::notes,
    &Design::groups, &Design::layers, &Design::waivers, &Design::invariants, &Design::assumptions,
    &Design::priceOverrides, &Design::unmodelled, &Design::placements>;

template <class Row>
using TableMember = Table<Row> Design::*;

/// Whether both designs have the very same of each of these tables: rows of one are then rows of the other, at the same
/// addresses.
template <class... Rows>
bool shareTables(const Design& a, const Design& b, Table<Rows> Design::*... tables) {
    return ((a.*tables).shares(b.*tables) && ...);
}

/// Calls `visit` with a pointer to each table of the design.
template <class Visit>
constexpr void forEachTable(Visit visit) {
    DesignTables::forEach(visit);
}

/// The table that rows of this kind stand in.
template <class Row>
constexpr TableMember<Row> tableOf() {
    return detail::memberOf<Row>(DesignTables{});
}

/// The row with that id; nullptr where there is none.
template <class Row>
const Row* find(const Design& design, const Id<Row>& id) {
    return (design.*tableOf<Row>()).find(id);
}

}  // namespace gw
