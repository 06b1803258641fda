#pragma once
#include "model/design/values.h"

/// The network: where things stand, and the tables by which packets find their way.
namespace gw {

/// One Region of one account: the frame that VPCs stand in.
struct Region {
    Id<Region> id{};
    std::string code{};
    Id<Account> account{};
    std::string notes{};
    friend bool operator==(const Region&, const Region&) = default;
    static constexpr Kind kind{"regions", "Region", "region"};
    static constexpr auto fields =
        FieldList{required("code", "Region", &Region::code, "AWS's code, us-east-1."),
                  field("account", "Account", &Region::account, "The account whose part of the Region this is."),
                  notesField(&Region::notes)};
};

struct AvailabilityZone {
    Id<AvailabilityZone> id{};
    std::string name{};
    Id<Region> region{};
    std::string zoneId{};
    std::string notes{};
    friend bool operator==(const AvailabilityZone&, const AvailabilityZone&) = default;
    static constexpr Kind kind{"availabilityZones", "Availability Zone", "az"};
    static constexpr auto fields = FieldList{
        required("name", "Name", &AvailabilityZone::name, "AWS's name in this account, us-east-1a."),
        owner("region", "Region", &AvailabilityZone::region, "The Region it is part of."),
        field("zoneId", "Zone id", &AvailabilityZone::zoneId, "AWS's id, the same in every account, use1-az1."),
        notesField(&AvailabilityZone::notes)};
};

struct Vpc {
    Id<Vpc> id{};
    std::string name{};
    Id<Region> region{};
    std::vector<Cidr> cidrs{};
    std::vector<Cidr> ipv6Cidrs{};
    bool dnsSupport = true;
    bool dnsHostnames = false;
    std::vector<IpAddress> dnsServers{};
    bool isDefault = false;
    Tags tags{};
    std::string notes{};
    friend bool operator==(const Vpc&, const Vpc&) = default;
    static constexpr Kind kind{"vpcs", "VPC", "vpc"};
    static constexpr auto fields = FieldList{
        nameField(&Vpc::name),
        owner("region", "Region", &Vpc::region, "The Region it stands in."),
        field("cidrs", "IPv4 blocks", &Vpc::cidrs, "The first is the primary one; AWS takes /16 to /28."),
        field("ipv6Cidrs", "IPv6 blocks", &Vpc::ipv6Cidrs, "AWS gives /56 blocks."),
        field("dnsSupport", "DNS resolution", &Vpc::dnsSupport,
              "enableDnsSupport: the Amazon DNS server answers in this VPC."),
        field("dnsHostnames", "DNS hostnames", &Vpc::dnsHostnames,
              "enableDnsHostnames: needed, with DNS resolution, for private DNS names."),
        field("dnsServers", "DNS servers", &Vpc::dnsServers,
              "Servers of the DHCP options; none stands for AmazonProvidedDNS."),
        field("isDefault", "Default VPC", &Vpc::isDefault, "Whether AWS made it as the Region's default VPC."),
        tagsField(&Vpc::tags),
        notesField(&Vpc::notes)};
};

enum class SubnetIntent : std::uint8_t { Unstated, Public, Private, Isolated };
constexpr auto namesOf(SubnetIntent) {
    return std::to_array<EnumName<SubnetIntent>>({{SubnetIntent::Unstated, "unstated", "Not stated"},
                                                  {SubnetIntent::Public, "public", "Public"},
                                                  {SubnetIntent::Private, "private", "Private"},
                                                  {SubnetIntent::Isolated, "isolated", "Isolated: no way out"}});
}

struct Subnet {
    Id<Subnet> id{};
    std::string name{};
    Id<Vpc> vpc{};
    Id<AvailabilityZone> zone{};
    std::optional<Cidr> cidr{};
    std::optional<Cidr> ipv6Cidr{};
    SubnetIntent intent = SubnetIntent::Unstated;
    bool mapPublicIp = false;
    bool dns64 = false;
    Tags tags{};
    std::string notes{};
    friend bool operator==(const Subnet&, const Subnet&) = default;
    static constexpr Kind kind{"subnets", "subnet", "subnet"};
    static constexpr auto fields = FieldList{
        nameField(&Subnet::name),
        owner("vpc", "VPC", &Subnet::vpc, "The VPC it is part of."),
        mayOwn("zone", "Availability Zone", &Subnet::zone, "The zone it stands in."),
        field("cidr", "IPv4 block", &Subnet::cidr,
              "Part of a block of the VPC; AWS takes /16 to /28. None for an IPv6-only subnet."),
        field("ipv6Cidr", "IPv6 block", &Subnet::ipv6Cidr, "A /64 of a block of the VPC."),
        field("intent", "Meant to be", &Subnet::intent,
              "What you want it to be; whether it is public follows from its route table."),
        field("mapPublicIp", "Auto-assign public IPv4", &Subnet::mapPublicIp,
              "MapPublicIpOnLaunch: new interfaces get a public address."),
        field("dns64", "DNS64", &Subnet::dns64, "The Amazon DNS server invents IPv6 answers for IPv4-only names."),
        tagsField(&Subnet::tags),
        notesField(&Subnet::notes)};
};

enum class RouteState : std::uint8_t { Active, Blackhole };
constexpr auto namesOf(RouteState) {
    return std::to_array<EnumName<RouteState>>(
        {{RouteState::Active, "active", "Active"}, {RouteState::Blackhole, "blackhole", "Blackhole"}});
}

using RouteTarget = IdOf<InternetGateway, EgressOnlyGateway, NatGateway, TransitGateway, PeeringConnection, VpnGateway,
                         Endpoint, Workload>;

/// The local routes of a VPC and the routes of gateway endpoints stand in no table: they follow from the design.
struct Route {
    Destination destination{};
    RouteTarget target{};
    bool propagated = false;
    RouteState state = RouteState::Active;
    friend bool operator==(const Route&, const Route&) = default;
    static constexpr auto fields = FieldList{
        required("destination", "Destination", &Route::destination, "An address block or a prefix list."),
        field("target", "Target", &Route::target,
              "Where packets go next: a gateway, peering connection, Gateway Load Balancer endpoint or instance."),
        field("propagated", "Propagated", &Route::propagated,
              "Learned from a virtual private gateway; static routes win over it."),
        field("state", "State", &Route::state, "Blackhole: the target is gone and packets are dropped.")};
};

struct RouteTable {
    Id<RouteTable> id{};
    std::string name{};
    Id<Vpc> vpc{};
    bool isMain = false;
    std::vector<Id<Subnet>> subnets{};
    std::vector<IdOf<InternetGateway, VpnGateway>> gateways{};
    std::vector<Id<VpnGateway>> propagatingGateways{};
    std::vector<Route> routes{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const RouteTable&, const RouteTable&) = default;
    static constexpr Kind kind{"routeTables", "route table", "rtb"};
    static constexpr auto fields = FieldList{
        nameField(&RouteTable::name),
        owner("vpc", "VPC", &RouteTable::vpc, "The VPC it is part of."),
        field("isMain", "Main", &RouteTable::isMain, "Subnets without a table of their own use the main one."),
        field("subnets", "Subnets", &RouteTable::subnets, "Subnets associated with it."),
        field("gateways", "Gateways", &RouteTable::gateways, "Gateways it routes for (edge association)."),
        field("propagatingGateways", "Propagation", &RouteTable::propagatingGateways,
              "Virtual private gateways that add their routes."),
        field("routes", "Routes", &RouteTable::routes, "Static and propagated routes; local routes are implied."),
        tagsField(&RouteTable::tags),
        notesField(&RouteTable::notes)};
};

}  // namespace gw
