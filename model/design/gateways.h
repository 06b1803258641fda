#pragma once
#include "model/design/values.h"

/// Where packets leave a VPC: gateways, transit gateways, peering, and lines to other networks.
namespace gw {

struct InternetGateway {
    Id<InternetGateway> id{};
    std::string name{};
    Id<Vpc> vpc{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const InternetGateway&, const InternetGateway&) = default;
    static constexpr Kind kind{"internetGateways", "internet gateway", "igw"};
    static constexpr auto fields = FieldList{nameField(&InternetGateway::name),
                                             mayOwn("vpc", "VPC", &InternetGateway::vpc, "The VPC it is attached to."),
                                             tagsField(&InternetGateway::tags), notesField(&InternetGateway::notes)};
};

struct EgressOnlyGateway {
    Id<EgressOnlyGateway> id{};
    std::string name{};
    Id<Vpc> vpc{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const EgressOnlyGateway&, const EgressOnlyGateway&) = default;
    static constexpr Kind kind{"egressOnlyGateways", "egress-only internet gateway", "eigw"};
    static constexpr auto fields = FieldList{
        nameField(&EgressOnlyGateway::name), owner("vpc", "VPC", &EgressOnlyGateway::vpc, "The VPC it is attached to."),
        tagsField(&EgressOnlyGateway::tags), notesField(&EgressOnlyGateway::notes)};
};

enum class NatConnectivity : std::uint8_t { Public, Private };
constexpr auto namesOf(NatConnectivity) {
    return std::to_array<EnumName<NatConnectivity>>(
        {{NatConnectivity::Public, "public", "Public"}, {NatConnectivity::Private, "private", "Private"}});
}
enum class NatAvailability : std::uint8_t { Zonal, Regional };
constexpr auto namesOf(NatAvailability) {
    return std::to_array<EnumName<NatAvailability>>(
        {{NatAvailability::Zonal, "zonal", "Zonal"}, {NatAvailability::Regional, "regional", "Regional"}});
}

struct NatGateway {
    Id<NatGateway> id{};
    std::string name{};
    Id<Vpc> vpc{};
    Id<Subnet> subnet{};
    NatConnectivity connectivity = NatConnectivity::Public;
    NatAvailability availability = NatAvailability::Zonal;
    std::vector<Id<ElasticIp>> elasticIps{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const NatGateway&, const NatGateway&) = default;
    static constexpr Kind kind{"natGateways", "NAT gateway", "nat"};
    static constexpr auto fields =
        FieldList{nameField(&NatGateway::name),
                  owner("vpc", "VPC", &NatGateway::vpc, "The VPC it serves."),
                  mayOwn("subnet", "Subnet", &NatGateway::subnet,
                         "The subnet a zonal gateway stands in; a regional one has none."),
                  field("connectivity", "Connectivity", &NatGateway::connectivity,
                        "ConnectivityType: public reaches the internet, private other networks."),
                  field("availability", "Availability", &NatGateway::availability,
                        "AvailabilityMode: one zone, or all zones of the VPC."),
                  field("elasticIps", "Elastic IPs", &NatGateway::elasticIps,
                        "Public addresses; a public zonal gateway needs one."),
                  tagsField(&NatGateway::tags),
                  notesField(&NatGateway::notes)};
};

struct ElasticIp {
    Id<ElasticIp> id{};
    std::string name{};
    Id<Region> region{};
    std::optional<IpAddress> address{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const ElasticIp&, const ElasticIp&) = default;
    static constexpr Kind kind{"elasticIps", "Elastic IP", "eip"};
    static constexpr auto fields = FieldList{
        nameField(&ElasticIp::name), owner("region", "Region", &ElasticIp::region, "The Region it is allocated in."),
        field("address", "Address", &ElasticIp::address, "The public IPv4 address, where known."),
        tagsField(&ElasticIp::tags), notesField(&ElasticIp::notes)};
};

struct VpnGateway {
    Id<VpnGateway> id{};
    std::string name{};
    Id<Vpc> vpc{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const VpnGateway&, const VpnGateway&) = default;
    static constexpr Kind kind{"vpnGateways", "virtual private gateway", "vgw"};
    static constexpr auto fields =
        FieldList{nameField(&VpnGateway::name), mayOwn("vpc", "VPC", &VpnGateway::vpc, "The VPC it is attached to."),
                  tagsField(&VpnGateway::tags), notesField(&VpnGateway::notes)};
};

struct TransitGateway {
    Id<TransitGateway> id{};
    std::string name{};
    Id<Region> region{};
    bool dnsSupport = true;
    bool securityGroupReferencing = false;
    Tags tags{};
    std::string notes{};
    friend bool operator==(const TransitGateway&, const TransitGateway&) = default;
    static constexpr Kind kind{"transitGateways", "transit gateway", "tgw"};
    static constexpr auto fields = FieldList{
        nameField(&TransitGateway::name),
        owner("region", "Region", &TransitGateway::region, "The Region it stands in."),
        field("dnsSupport", "DNS support", &TransitGateway::dnsSupport, "DnsSupport of the transit gateway."),
        field("securityGroupReferencing", "Security group referencing", &TransitGateway::securityGroupReferencing,
              "SecurityGroupReferencingSupport; AWS's default is off."),
        tagsField(&TransitGateway::tags),
        notesField(&TransitGateway::notes)};
};

struct TransitGatewayAttachment {
    Id<TransitGatewayAttachment> id{};
    std::string name{};
    Id<TransitGateway> transitGateway{};
    IdOf<Vpc, VpnConnection, TransitGateway> resource{};
    std::vector<Id<Subnet>> subnets{};
    bool dnsSupport = true;
    bool securityGroupReferencing = true;
    bool ipv6Support = false;
    bool applianceMode = false;
    Tags tags{};
    std::string notes{};
    friend bool operator==(const TransitGatewayAttachment&, const TransitGatewayAttachment&) = default;
    static constexpr Kind kind{"transitGatewayAttachments", "transit gateway attachment", "tgw-attach"};
    static constexpr auto fields = FieldList{
        nameField(&TransitGatewayAttachment::name),
        owner("transitGateway", "Transit gateway", &TransitGatewayAttachment::transitGateway,
              "The gateway attached to."),
        owner("resource", "Attached", &TransitGatewayAttachment::resource,
              "A VPC, a VPN connection, or the transit gateway of a peering."),
        field("subnets", "Subnets", &TransitGatewayAttachment::subnets,
              "One subnet in each zone that may use the gateway."),
        field("dnsSupport", "DNS support", &TransitGatewayAttachment::dnsSupport, "DnsSupport of the attachment."),
        field("securityGroupReferencing", "Security group referencing",
              &TransitGatewayAttachment::securityGroupReferencing,
              "SecurityGroupReferencingSupport of the attachment."),
        field("ipv6Support", "IPv6", &TransitGatewayAttachment::ipv6Support, "Ipv6Support of the attachment."),
        field("applianceMode", "Appliance mode", &TransitGatewayAttachment::applianceMode,
              "Keeps both directions of a flow in one zone."),
        tagsField(&TransitGatewayAttachment::tags),
        notesField(&TransitGatewayAttachment::notes)};
};

struct TransitGatewayRoute {
    Cidr destination{};
    Id<TransitGatewayAttachment> attachment{};
    bool blackhole = false;
    friend bool operator==(const TransitGatewayRoute&, const TransitGatewayRoute&) = default;
    static constexpr auto fields = FieldList{
        required("destination", "Destination", &TransitGatewayRoute::destination, "An address block."),
        field("attachment", "Attachment", &TransitGatewayRoute::attachment, "Where packets go; none with blackhole."),
        field("blackhole", "Blackhole", &TransitGatewayRoute::blackhole, "Packets are dropped.")};
};

struct TransitGatewayRouteTable {
    Id<TransitGatewayRouteTable> id{};
    std::string name{};
    Id<TransitGateway> transitGateway{};
    std::vector<Id<TransitGatewayAttachment>> associations{};
    std::vector<Id<TransitGatewayAttachment>> propagations{};
    std::vector<TransitGatewayRoute> routes{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const TransitGatewayRouteTable&, const TransitGatewayRouteTable&) = default;
    static constexpr Kind kind{"transitGatewayRouteTables", "transit gateway route table", "tgw-rtb"};
    static constexpr auto fields =
        FieldList{nameField(&TransitGatewayRouteTable::name),
                  owner("transitGateway", "Transit gateway", &TransitGatewayRouteTable::transitGateway,
                        "The gateway it belongs to."),
                  field("associations", "Associations", &TransitGatewayRouteTable::associations,
                        "Attachments whose packets it routes."),
                  field("propagations", "Propagations", &TransitGatewayRouteTable::propagations,
                        "Attachments that add their blocks."),
                  field("routes", "Static routes", &TransitGatewayRouteTable::routes, "Routes written by hand."),
                  tagsField(&TransitGatewayRouteTable::tags),
                  notesField(&TransitGatewayRouteTable::notes)};
};

enum class PeeringState : std::uint8_t { Active, PendingAcceptance, Failed };
constexpr auto namesOf(PeeringState) {
    return std::to_array<EnumName<PeeringState>>(
        {{PeeringState::Active, "active", "Active"},
         {PeeringState::PendingAcceptance, "pending-acceptance", "Waiting for acceptance"},
         {PeeringState::Failed, "failed", "Failed"}});
}

struct PeeringConnection {
    Id<PeeringConnection> id{};
    std::string name{};
    Id<Vpc> requester{};
    Id<Vpc> accepter{};
    PeeringState state = PeeringState::Active;
    bool requesterDnsResolution = false;
    bool accepterDnsResolution = false;
    Tags tags{};
    std::string notes{};
    friend bool operator==(const PeeringConnection&, const PeeringConnection&) = default;
    static constexpr Kind kind{"peeringConnections", "VPC peering connection", "pcx"};
    static constexpr auto fields =
        FieldList{nameField(&PeeringConnection::name),
                  owner("requester", "Requester", &PeeringConnection::requester, "The VPC that asked."),
                  owner("accepter", "Accepter", &PeeringConnection::accepter, "The VPC that accepts."),
                  field("state", "State", &PeeringConnection::state, "Only an active connection carries traffic."),
                  field("requesterDnsResolution", "Requester resolves", &PeeringConnection::requesterDnsResolution,
                        "AllowDnsResolutionFromRemoteVpc of the requester."),
                  field("accepterDnsResolution", "Accepter resolves", &PeeringConnection::accepterDnsResolution,
                        "AllowDnsResolutionFromRemoteVpc of the accepter."),
                  tagsField(&PeeringConnection::tags),
                  notesField(&PeeringConnection::notes)};
};

struct OnPremisesNetwork {
    Id<OnPremisesNetwork> id{};
    std::string name{};
    std::vector<Cidr> cidrs{};
    std::vector<IpAddress> dnsServers{};
    std::string notes{};
    friend bool operator==(const OnPremisesNetwork&, const OnPremisesNetwork&) = default;
    static constexpr Kind kind{"onPremisesNetworks", "on-premises network", "onprem"};
    static constexpr auto fields =
        FieldList{nameField(&OnPremisesNetwork::name),
                  field("cidrs", "Address blocks", &OnPremisesNetwork::cidrs, "The blocks in use there."),
                  field("dnsServers", "DNS servers", &OnPremisesNetwork::dnsServers, "The servers its hosts ask."),
                  notesField(&OnPremisesNetwork::notes)};
};

enum class VpnKind : std::uint8_t { SiteToSite, DirectConnectPrivate, DirectConnectTransit, DirectConnectPublic };
constexpr auto namesOf(VpnKind) {
    return std::to_array<EnumName<VpnKind>>(
        {{VpnKind::SiteToSite, "siteToSite", "Site-to-Site VPN"},
         {VpnKind::DirectConnectPrivate, "directConnectPrivate", "Direct Connect, private"},
         {VpnKind::DirectConnectTransit, "directConnectTransit", "Direct Connect, transit"},
         {VpnKind::DirectConnectPublic, "directConnectPublic", "Direct Connect, public"}});
}

/// A VPN or Direct Connect line between an on-premises network and a gateway.
struct VpnConnection {
    Id<VpnConnection> id{};
    std::string name{};
    VpnKind connectionKind = VpnKind::SiteToSite;
    Id<OnPremisesNetwork> onPremises{};
    IdOf<VpnGateway, TransitGateway> gateway{};
    std::vector<Cidr> staticRoutes{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const VpnConnection&, const VpnConnection&) = default;
    static constexpr Kind kind{"vpnConnections", "VPN or Direct Connect connection", "vpn"};
    static constexpr auto fields =
        FieldList{nameField(&VpnConnection::name),
                  field("kind", "Kind", &VpnConnection::connectionKind, "The kind of line."),
                  owner("onPremises", "On-premises network", &VpnConnection::onPremises, "The far end."),
                  mayOwn("gateway", "Gateway", &VpnConnection::gateway,
                         "The near end: a virtual private gateway or transit gateway."),
                  field("staticRoutes", "Static routes", &VpnConnection::staticRoutes,
                        "Blocks routed to the far end; none stands for BGP with all its blocks."),
                  tagsField(&VpnConnection::tags),
                  notesField(&VpnConnection::notes)};
};

}  // namespace gw
