#pragma once
#include "model/design/values.h"

/// The network: where things stand, how packets find their way, and what filters them.
namespace gw {

/// One Region of one account: the frame that VPCs stand in.
struct Region {
    Id<Region> id{};
    std::string code{};
    Id<Account> account{};
    std::string notes{};
    friend bool operator==(const Region&, const Region&) = default;
    static constexpr Kind kind{"regions", "Region", "region"};
    static constexpr auto fields = FieldList{
        required("code", "Region", &Region::code, "AWS's code, us-east-1."),
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
        nameField(&Vpc::name), owner("region", "Region", &Vpc::region, "The Region it stands in."),
        field("cidrs", "IPv4 blocks", &Vpc::cidrs, "The first is the primary one; AWS takes /16 to /28."),
        field("ipv6Cidrs", "IPv6 blocks", &Vpc::ipv6Cidrs, "AWS gives /56 blocks."),
        field("dnsSupport", "DNS resolution", &Vpc::dnsSupport, "enableDnsSupport: the Amazon DNS server answers in this VPC."),
        field("dnsHostnames", "DNS hostnames", &Vpc::dnsHostnames, "enableDnsHostnames: needed, with DNS resolution, for private DNS names."),
        field("dnsServers", "DNS servers", &Vpc::dnsServers, "Servers of the DHCP options; none stands for AmazonProvidedDNS."),
        field("isDefault", "Default VPC", &Vpc::isDefault, "Whether AWS made it as the Region's default VPC."),
        tagsField(&Vpc::tags), notesField(&Vpc::notes)};
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
        nameField(&Subnet::name), owner("vpc", "VPC", &Subnet::vpc, "The VPC it is part of."),
        mayOwn("zone", "Availability Zone", &Subnet::zone, "The zone it stands in."),
        field("cidr", "IPv4 block", &Subnet::cidr, "Part of a block of the VPC; AWS takes /16 to /28. None for an IPv6-only subnet."),
        field("ipv6Cidr", "IPv6 block", &Subnet::ipv6Cidr, "A /64 of a block of the VPC."),
        field("intent", "Meant to be", &Subnet::intent, "What you want it to be; whether it is public follows from its route table."),
        field("mapPublicIp", "Auto-assign public IPv4", &Subnet::mapPublicIp, "MapPublicIpOnLaunch: new interfaces get a public address."),
        field("dns64", "DNS64", &Subnet::dns64, "The Amazon DNS server invents IPv6 answers for IPv4-only names."),
        tagsField(&Subnet::tags), notesField(&Subnet::notes)};
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
        field("target", "Target", &Route::target, "Where packets go next: a gateway, peering connection, Gateway Load Balancer endpoint or instance."),
        field("propagated", "Propagated", &Route::propagated, "Learned from a virtual private gateway; static routes win over it."),
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
        nameField(&RouteTable::name), owner("vpc", "VPC", &RouteTable::vpc, "The VPC it is part of."),
        field("isMain", "Main", &RouteTable::isMain, "Subnets without a table of their own use the main one."),
        field("subnets", "Subnets", &RouteTable::subnets, "Subnets associated with it."),
        field("gateways", "Gateways", &RouteTable::gateways, "Gateways it routes for (edge association)."),
        field("propagatingGateways", "Propagation", &RouteTable::propagatingGateways, "Virtual private gateways that add their routes."),
        field("routes", "Routes", &RouteTable::routes, "Static and propagated routes; local routes are implied."),
        tagsField(&RouteTable::tags), notesField(&RouteTable::notes)};
};

struct InternetGateway {
    Id<InternetGateway> id{};
    std::string name{};
    Id<Vpc> vpc{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const InternetGateway&, const InternetGateway&) = default;
    static constexpr Kind kind{"internetGateways", "internet gateway", "igw"};
    static constexpr auto fields = FieldList{
        nameField(&InternetGateway::name), mayOwn("vpc", "VPC", &InternetGateway::vpc, "The VPC it is attached to."),
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
    static constexpr auto fields = FieldList{
        nameField(&NatGateway::name), owner("vpc", "VPC", &NatGateway::vpc, "The VPC it serves."),
        mayOwn("subnet", "Subnet", &NatGateway::subnet, "The subnet a zonal gateway stands in; a regional one has none."),
        field("connectivity", "Connectivity", &NatGateway::connectivity, "ConnectivityType: public reaches the internet, private other networks."),
        field("availability", "Availability", &NatGateway::availability, "AvailabilityMode: one zone, or all zones of the VPC."),
        field("elasticIps", "Elastic IPs", &NatGateway::elasticIps, "Public addresses; a public zonal gateway needs one."),
        tagsField(&NatGateway::tags), notesField(&NatGateway::notes)};
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
    static constexpr auto fields = FieldList{
        nameField(&VpnGateway::name), mayOwn("vpc", "VPC", &VpnGateway::vpc, "The VPC it is attached to."),
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
        nameField(&TransitGateway::name), owner("region", "Region", &TransitGateway::region, "The Region it stands in."),
        field("dnsSupport", "DNS support", &TransitGateway::dnsSupport, "DnsSupport of the transit gateway."),
        field("securityGroupReferencing", "Security group referencing", &TransitGateway::securityGroupReferencing, "SecurityGroupReferencingSupport; AWS's default is off."),
        tagsField(&TransitGateway::tags), notesField(&TransitGateway::notes)};
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
        owner("transitGateway", "Transit gateway", &TransitGatewayAttachment::transitGateway, "The gateway attached to."),
        owner("resource", "Attached", &TransitGatewayAttachment::resource, "A VPC, a VPN connection, or the transit gateway of a peering."),
        field("subnets", "Subnets", &TransitGatewayAttachment::subnets, "One subnet in each zone that may use the gateway."),
        field("dnsSupport", "DNS support", &TransitGatewayAttachment::dnsSupport, "DnsSupport of the attachment."),
        field("securityGroupReferencing", "Security group referencing", &TransitGatewayAttachment::securityGroupReferencing, "SecurityGroupReferencingSupport of the attachment."),
        field("ipv6Support", "IPv6", &TransitGatewayAttachment::ipv6Support, "Ipv6Support of the attachment."),
        field("applianceMode", "Appliance mode", &TransitGatewayAttachment::applianceMode, "Keeps both directions of a flow in one zone."),
        tagsField(&TransitGatewayAttachment::tags), notesField(&TransitGatewayAttachment::notes)};
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
    static constexpr auto fields = FieldList{
        nameField(&TransitGatewayRouteTable::name),
        owner("transitGateway", "Transit gateway", &TransitGatewayRouteTable::transitGateway, "The gateway it belongs to."),
        field("associations", "Associations", &TransitGatewayRouteTable::associations, "Attachments whose packets it routes."),
        field("propagations", "Propagations", &TransitGatewayRouteTable::propagations, "Attachments that add their blocks."),
        field("routes", "Static routes", &TransitGatewayRouteTable::routes, "Routes written by hand."),
        tagsField(&TransitGatewayRouteTable::tags), notesField(&TransitGatewayRouteTable::notes)};
};

enum class PeeringState : std::uint8_t { Active, PendingAcceptance, Failed };
constexpr auto namesOf(PeeringState) {
    return std::to_array<EnumName<PeeringState>>({{PeeringState::Active, "active", "Active"},
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
    static constexpr auto fields = FieldList{
        nameField(&PeeringConnection::name), owner("requester", "Requester", &PeeringConnection::requester, "The VPC that asked."),
        owner("accepter", "Accepter", &PeeringConnection::accepter, "The VPC that accepts."),
        field("state", "State", &PeeringConnection::state, "Only an active connection carries traffic."),
        field("requesterDnsResolution", "Requester resolves", &PeeringConnection::requesterDnsResolution, "AllowDnsResolutionFromRemoteVpc of the requester."),
        field("accepterDnsResolution", "Accepter resolves", &PeeringConnection::accepterDnsResolution, "AllowDnsResolutionFromRemoteVpc of the accepter."),
        tagsField(&PeeringConnection::tags), notesField(&PeeringConnection::notes)};
};

struct OnPremisesNetwork {
    Id<OnPremisesNetwork> id{};
    std::string name{};
    std::vector<Cidr> cidrs{};
    std::vector<IpAddress> dnsServers{};
    std::string notes{};
    friend bool operator==(const OnPremisesNetwork&, const OnPremisesNetwork&) = default;
    static constexpr Kind kind{"onPremisesNetworks", "on-premises network", "onprem"};
    static constexpr auto fields = FieldList{
        nameField(&OnPremisesNetwork::name), field("cidrs", "Address blocks", &OnPremisesNetwork::cidrs, "The blocks in use there."),
        field("dnsServers", "DNS servers", &OnPremisesNetwork::dnsServers, "The servers its hosts ask."),
        notesField(&OnPremisesNetwork::notes)};
};

enum class VpnKind : std::uint8_t { SiteToSite, DirectConnectPrivate, DirectConnectTransit, DirectConnectPublic };
constexpr auto namesOf(VpnKind) {
    return std::to_array<EnumName<VpnKind>>({{VpnKind::SiteToSite, "siteToSite", "Site-to-Site VPN"},
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
    static constexpr auto fields = FieldList{
        nameField(&VpnConnection::name), field("kind", "Kind", &VpnConnection::connectionKind, "The kind of line."),
        owner("onPremises", "On-premises network", &VpnConnection::onPremises, "The far end."),
        mayOwn("gateway", "Gateway", &VpnConnection::gateway, "The near end: a virtual private gateway or transit gateway."),
        field("staticRoutes", "Static routes", &VpnConnection::staticRoutes, "Blocks routed to the far end; none stands for BGP with all its blocks."),
        tagsField(&VpnConnection::tags), notesField(&VpnConnection::notes)};
};

struct SecurityGroupRule {
    Protocol protocol = Protocol::tcp();
    PortRange ports{};
    Peer peer{};
    std::string description{};
    friend bool operator==(const SecurityGroupRule&, const SecurityGroupRule&) = default;
    static constexpr auto fields = FieldList{
        field("protocol", "Protocol", &SecurityGroupRule::protocol, "tcp, udp, icmp, icmpv6, all, or a number."),
        field("ports", "Ports", &SecurityGroupRule::ports, "443, 1024-65535 or all; tcp and udp only."),
        required("peer", "Peer", &SecurityGroupRule::peer, "Where traffic comes from or goes to: a block, security group or prefix list."),
        field("description", "Description", &SecurityGroupRule::description, "Free text, shown by AWS.")};
};

struct SecurityGroup {
    Id<SecurityGroup> id{};
    std::string name{};
    Id<Vpc> vpc{};
    std::string description{};
    bool isDefault = false;
    std::vector<SecurityGroupRule> ingress{};
    std::vector<SecurityGroupRule> egress{};
    std::vector<Id<Vpc>> associatedVpcs{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const SecurityGroup&, const SecurityGroup&) = default;
    static constexpr Kind kind{"securityGroups", "security group", "sg"};
    static constexpr auto fields = FieldList{
        nameField(&SecurityGroup::name), owner("vpc", "VPC", &SecurityGroup::vpc, "The VPC it is part of."),
        field("description", "Description", &SecurityGroup::description, "GroupDescription; AWS requires one."),
        field("isDefault", "Default group", &SecurityGroup::isDefault, "Whether it is the VPC's default group."),
        field("ingress", "Inbound rules", &SecurityGroup::ingress, "What may come in; replies need no rule."),
        field("egress", "Outbound rules", &SecurityGroup::egress, "What may go out; replies need no rule."),
        field("associatedVpcs", "Also used in", &SecurityGroup::associatedVpcs, "Further VPCs it is associated with."),
        tagsField(&SecurityGroup::tags), notesField(&SecurityGroup::notes)};
};

enum class AclAction : std::uint8_t { Allow, Deny };
constexpr auto namesOf(AclAction) {
    return std::to_array<EnumName<AclAction>>({{AclAction::Allow, "allow", "Allow"}, {AclAction::Deny, "deny", "Deny"}});
}

struct NetworkAclEntry {
    int number = 100;
    AclAction action = AclAction::Allow;
    Protocol protocol = Protocol::all();
    PortRange ports{};
    Cidr cidr{};
    friend bool operator==(const NetworkAclEntry&, const NetworkAclEntry&) = default;
    static constexpr auto fields = FieldList{
        required("number", "Number", &NetworkAclEntry::number, "AWS takes 1 to 32766; the lowest that matches decides."),
        required("action", "Action", &NetworkAclEntry::action, "Allow or deny."),
        field("protocol", "Protocol", &NetworkAclEntry::protocol, "tcp, udp, icmp, icmpv6, all, or a number."),
        field("ports", "Ports", &NetworkAclEntry::ports, "443, 1024-65535 or all; tcp and udp only."),
        required("cidr", "Block", &NetworkAclEntry::cidr, "Where traffic comes from or goes to.")};
};

struct NetworkAcl {
    Id<NetworkAcl> id{};
    std::string name{};
    Id<Vpc> vpc{};
    bool isDefault = false;
    std::vector<Id<Subnet>> subnets{};
    std::vector<NetworkAclEntry> ingress{};
    std::vector<NetworkAclEntry> egress{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const NetworkAcl&, const NetworkAcl&) = default;
    static constexpr Kind kind{"networkAcls", "network ACL", "acl"};
    static constexpr auto fields = FieldList{
        nameField(&NetworkAcl::name), owner("vpc", "VPC", &NetworkAcl::vpc, "The VPC it is part of."),
        field("isDefault", "Default ACL", &NetworkAcl::isDefault, "Subnets without an ACL of their own use it; with none drawn, all traffic passes."),
        field("subnets", "Subnets", &NetworkAcl::subnets, "Subnets associated with it."),
        field("ingress", "Inbound entries", &NetworkAcl::ingress, "What may enter the subnet."),
        field("egress", "Outbound entries", &NetworkAcl::egress, "What may leave the subnet."),
        tagsField(&NetworkAcl::tags), notesField(&NetworkAcl::notes)};
};

struct PrefixList {
    Id<PrefixList> id{};
    std::string name{};
    Id<Region> region{};
    std::string service{};
    std::vector<Cidr> entries{};
    int maxEntries = 0;
    Tags tags{};
    std::string notes{};
    friend bool operator==(const PrefixList&, const PrefixList&) = default;
    static constexpr Kind kind{"prefixLists", "prefix list", "pl"};
    static constexpr auto fields = FieldList{
        nameField(&PrefixList::name), mayOwn("region", "Region", &PrefixList::region, "The Region it stands in."),
        field("service", "AWS service", &PrefixList::service, "For a list that AWS keeps: the service, s3 or dynamodb; its blocks need not be given."),
        field("entries", "Blocks", &PrefixList::entries, "The address blocks."),
        field("maxEntries", "Maximum", &PrefixList::maxEntries, "How many entries it may have; each counts against rule quotas."),
        tagsField(&PrefixList::tags), notesField(&PrefixList::notes)};
};

}  // namespace gw
