#include "tests/model/reach/faults.h"
#include "tests/model/reach/surroundings.h"

namespace gw::faults {

using shop::block;
using shop::change;
using shop::route;
using shop::rule;

namespace {

/// The office uses the endpoint's own name, so that no DNS stands in the way.
void byEndpointName(Design& d) {
    addOffice(d, true);
    change<Flow>(d, "office-flow", [](Flow& f) {
        f.hostStyle = HostStyle::EndpointSpecific;
        f.viaEndpoint = {"vpce-secrets"};
    });
}

void assume(Design& d, std::string_view key, const char* value, const AnyId& subject) {
    Assumption made;
    made.id = {"assume"};
    made.statement = "Known from the network team.";
    made.key = key;
    made.value = value;
    made.subject = subject;
    d.assumptions.put(made);
}

void onTransitGateway(Design& d) {
    addOfficeOnTransitGateway(d);
    change<Flow>(d, "office-flow", [](Flow& f) {
        f.hostStyle = HostStyle::EndpointSpecific;
        f.viaEndpoint = {"vpce-secrets"};
    });
}

/// The bucket has an interface endpoint as well, whose private DNS is for inbound Resolver endpoints alone.
void addBucketDoor(Design& d) {
    addOffice(d, true);
    addInboundResolver(d);
    Endpoint door = *find(d, Id<Endpoint>{"vpce-secrets"});
    door.id = {"vpce-s3-door"};
    door.name = "vpce-s3-door";
    door.service = "s3";
    door.privateDnsOnlyForInboundResolver = true;
    d.endpoints.put(door);
    d.flows.put(shop::flow("bucket-flow", Id<OnPremisesNetwork>{"office"}, Id<ServiceResource>{"images"}));
}

}  // namespace

std::vector<Fault> onPremises() {
    const auto office = "office-flow";
    return {
        {"office", byEndpointName, office, Verdict::PrivateInterface, ""},
        {"office-asks-public-dns", [](Design& d) { addOffice(d, true); }, office, Verdict::Public, ""},
        {"office-without-propagation",
         [](Design& d) {
             byEndpointName(d);
             change<RouteTable>(d, "rt-doors", [](RouteTable& t) { t.propagatingGateways.clear(); });
         },
         office, Verdict::Blocked, "VPN_NO_RETURN"},
        {"office-by-static-route",
         [](Design& d) {
             byEndpointName(d);
             change<RouteTable>(d, "rt-doors", [](RouteTable& t) {
                 t.propagatingGateways.clear();
                 t.routes = {route("192.168.0.0/16", Id<VpnGateway>{"vgw"})};
             });
         },
         office, Verdict::PrivateInterface, ""},
        {"office-line-tells-half",
         [](Design& d) {
             byEndpointName(d);
             change<VpnConnection>(d, "line",
                                   [](VpnConnection& l) { l.staticRoutes = {Cidr::literal("192.168.0.0/17")}; });
         },
         office, Verdict::Partial, "VPN_NO_RETURN"},
        {"office-not-let-in",
         [](Design& d) {
             byEndpointName(d);
             change<SecurityGroup>(d, "sg-door",
                                   [](SecurityGroup& g) { g.ingress = {rule(443, shop::group("sg-app"))}; });
         },
         office, Verdict::Blocked, "SG_IN_NO_MATCH"},
        {"office-half-of-the-replies",
         [](Design& d) {
             byEndpointName(d);
             NetworkAcl acl = aclOn({{"door-a"}, {"door-b"}});
             acl.egress = {shop::entry(100, AclAction::Allow, "0.0.0.0/0", {32768, 65535})};
             d.networkAcls.put(acl);
         },
         office, Verdict::Partial, "ACL_RETURN_PARTIAL"},
        {"office-gateway-of-another-vpc",
         [](Design& d) {
             byEndpointName(d);
             addFarVpc(d);
             change<VpnGateway>(d, "vgw", [](VpnGateway& g) { g.vpc = {"vpc-far"}; });
         },
         office, Verdict::Blocked, "VPN_OTHER_VPC"},
        {"office-without-line",
         [](Design& d) {
             byEndpointName(d);
             d.vpnConnections.erase({"line"});
         },
         office, Verdict::Blocked, "VPN_NO_LINE"},
        {"office-appliance-at-the-edge",
         [](Design& d) {
             byEndpointName(d);
             addAppliance(d, "door-a");
             RouteTable edge;
             edge.id = {"rt-edge"};
             edge.vpc = {"vpc"};
             edge.gateways = {Id<VpnGateway>{"vgw"}};
             edge.routes = {route("10.0.0.0/16", Id<Endpoint>{"vpce-glb"})};
             d.routeTables.put(edge);
         },
         office, Verdict::Unknown, ""},

        // Names, asked through an inbound Resolver endpoint
        {"office-resolver",
         [](Design& d) {
             addOffice(d, true);
             addInboundResolver(d);
         },
         office, Verdict::PrivateInterface, ""},
        {"office-resolver-not-used",
         [](Design& d) {
             addOffice(d, true);
             addInboundResolver(d);
             change<OnPremisesNetwork>(
                 d, "office", [](OnPremisesNetwork& n) { n.dnsServers = {IpAddress::parse("192.168.0.53").value()}; });
         },
         office, Verdict::Unknown, ""},
        {"office-resolver-assumed",
         [](Design& d) {
             addOffice(d, true);
             addInboundResolver(d);
             change<OnPremisesNetwork>(
                 d, "office", [](OnPremisesNetwork& n) { n.dnsServers = {IpAddress::parse("192.168.0.53").value()}; });
             assume(d, "dns-forwards-to", "resolver-in", Id<OnPremisesNetwork>{"office"});
         },
         office, Verdict::PrivateInterface, ""},
        {"office-resolver-closed",
         [](Design& d) {
             addOffice(d, true);
             addInboundResolver(d);
             change<SecurityGroup>(d, "sg-resolver",
                                   [](SecurityGroup& g) { g.ingress = {rule(53, block("10.0.0.0/8"))}; });
         },
         office, Verdict::Blocked, "DNS_SERVER_NOT_REACHED"},
        {"office-bucket", addBucketDoor, "bucket-flow", Verdict::PrivateInterface, ""},
        {"office-bucket-shop-keeps-its-gateway", addBucketDoor, "images-flow", Verdict::PrivateGateway, ""},
        {"office-bucket-without-door",
         [](Design& d) {
             addBucketDoor(d);
             d.endpoints.erase({"vpce-s3-door"});
         },
         "bucket-flow", Verdict::Public, ""},

        // Over a transit gateway
        {"office-transit", onTransitGateway, office, Verdict::PrivateInterface, ""},
        {"office-transit-table-lacks-vpc",
         [](Design& d) {
             onTransitGateway(d);
             change<TransitGatewayRouteTable>(d, "tgw-rtb",
                                              [](TransitGatewayRouteTable& t) { t.propagations = {{"attach-line"}}; });
         },
         office, Verdict::Blocked, "TGW_NO_ROUTE"},
        {"office-transit-table-lacks-line",
         [](Design& d) {
             onTransitGateway(d);
             change<TransitGatewayRouteTable>(d, "tgw-rtb",
                                              [](TransitGatewayRouteTable& t) { t.propagations = {{"attach-shop"}}; });
         },
         office, Verdict::Blocked, "TGW_NO_RETURN"},
        {"office-transit-one-zone",
         [](Design& d) {
             onTransitGateway(d);
             change<TransitGatewayAttachment>(d, "attach-shop",
                                              [](TransitGatewayAttachment& a) { a.subnets = {{"door-a"}}; });
         },
         office, Verdict::Partial, "TGW_AZ"},
        {"office-transit-without-attachment",
         [](Design& d) {
             onTransitGateway(d);
             d.transitGatewayAttachments.erase({"attach-line"});
         },
         office, Verdict::Unknown, ""},
    };
}

}  // namespace gw::faults
