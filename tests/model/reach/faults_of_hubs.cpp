#include "tests/model/reach/faults.h"
#include "tests/model/reach/surroundings.h"

namespace gw::faults {

using shop::block;
using shop::change;
using shop::group;
using shop::route;
using shop::rule;

namespace {

void hubOverPeering(Design& d) {
    addPeering(d, true);
    moveDoorToHub(d);
}

void hubOverTransit(Design& d) {
    addTransitGateway(d);
    moveDoorToHub(d);
}

/// The application subnets send all but local packets through appliances, whose subnet leads to the internet gateway.
void inspected(Design& d) {
    addAppliance(d, "public-a");
    d.endpoints.erase({"vpce-s3"});
    for (const char* id : {"rt-a", "rt-b"})
        change<RouteTable>(d, id, [](RouteTable& t) { t.routes = {route("0.0.0.0/0", Id<Endpoint>{"vpce-glb"})}; });
    change<SecurityGroup>(d, "sg-app", [](SecurityGroup& g) { g.egress = {rule(443, block("0.0.0.0/0"))}; });
    change<Workload>(d, "app", [](Workload& w) { w.publicIp = true; });
}

void letAppliancePass(Design& d) {
    Assumption passes;
    passes.id = {"assume"};
    passes.statement = "The firewall lets AWS's services through.";
    passes.key = "passes";
    passes.value = "yes";
    passes.subject = Id<Endpoint>{"vpce-glb"};
    d.assumptions.put(passes);
}

/// The bucket stands in another Region, to which an interface endpoint of the shop leads.
void acrossRegions(Design& d, const char* service, const char* zoneId) {
    Region far;
    far.id = {"region-far"};
    far.code = "eu-west-1";
    d.regions.put(far);
    change<AvailabilityZone>(d, "zone-a", [&](AvailabilityZone& z) { z.zoneId = zoneId; });
    ServiceResource there = shop::resource("there", service);
    there.region = {"region-far"};
    d.resources.put(there);
    Endpoint door = *find(d, Id<Endpoint>{"vpce-secrets"});
    door.id = {"vpce-there"};
    door.name = "vpce-there";
    door.service = service;
    door.serviceRegion = "eu-west-1";
    d.endpoints.put(door);
    Flow call = shop::flow("there-flow", Id<Workload>{"app"}, Id<ServiceResource>{"there"});
    call.hostStyle = HostStyle::EndpointSpecific;
    call.viaEndpoint = {"vpce-there"};
    d.flows.put(call);
}

void nat64(Design& d) {
    onlyIpv6(d);
    d.endpoints.erase({"vpce-s3"});
    for (const char* id : {"app-a", "app-b"}) change<Subnet>(d, id, [](Subnet& s) { s.dns64 = true; });
    for (const char* id : {"rt-a", "rt-b"})
        change<RouteTable>(d, id, [](RouteTable& t) { t.routes = {route("64:ff9b::/96", Id<NatGateway>{"nat"})}; });
}

}  // namespace

std::vector<Fault> ofHubs() {
    const auto keys = "keys-flow";
    const auto images = "images-flow";
    return {
        // Endpoints in a hub
        {"hub-peering", hubOverPeering, keys, Verdict::PrivateInterface, ""},
        {"hub-peering-group-named",
         [](Design& d) {
             hubOverPeering(d);
             change<SecurityGroup>(d, "sg-far", [](SecurityGroup& g) { g.ingress = {rule(443, group("sg-app"))}; });
         },
         keys, Verdict::PrivateInterface, ""},
        {"hub-peering-without-return",
         [](Design& d) {
             addPeering(d, false);
             moveDoorToHub(d);
         },
         keys, Verdict::Blocked, "PCX_NO_RETURN"},
        {"hub-zone-not-shared",
         [](Design& d) {
             hubOverPeering(d);
             change<HostedZone>(d, "zone", [](HostedZone& z) { z.vpcs = {{"vpc-far"}}; });
         },
         keys, Verdict::Blocked, "SG_OUT_NO_MATCH ROUTE_NONE ROUTE_NONE"},
        {"hub-zone-without-record",
         [](Design& d) {
             hubOverPeering(d);
             change<HostedZone>(d, "zone", [](HostedZone& z) { z.records.clear(); });
         },
         keys, Verdict::Blocked, "DNS_NO_ANSWER"},
        {"hub-transit", hubOverTransit, keys, Verdict::PrivateInterface, ""},
        {"hub-transit-group-named",
         [](Design& d) {
             hubOverTransit(d);
             change<SecurityGroup>(d, "sg-far", [](SecurityGroup& g) { g.ingress = {rule(443, group("sg-app"))}; });
         },
         keys, Verdict::Blocked, "SG_REF_TGW"},
        {"hub-transit-group-passed-on",
         [](Design& d) {
             hubOverTransit(d);
             change<SecurityGroup>(d, "sg-far", [](SecurityGroup& g) { g.ingress = {rule(443, group("sg-app"))}; });
             change<TransitGateway>(d, "tgw", [](TransitGateway& t) { t.securityGroupReferencing = true; });
         },
         keys, Verdict::PrivateInterface, ""},
        {"hub-transit-without-return",
         [](Design& d) {
             hubOverTransit(d);
             change<RouteTable>(d, "rt-far", [](RouteTable& t) { t.routes.clear(); });
         },
         keys, Verdict::Blocked, "TGW_NO_RETURN"},
        {"hub-transit-acl-of-attachment",
         [](Design& d) {
             hubOverTransit(d);
             NetworkAcl acl = aclOn({{"door-a"}, {"door-b"}});
             acl.ingress = {shop::entry(100, AclAction::Allow, "10.0.1.0/24")};
             d.networkAcls.put(acl);
         },
         keys, Verdict::Partial, "ACL_IN_DENY"},
        {"hub-transit-zone-of-the-endpoint",
         [](Design& d) {
             hubOverTransit(d);
             change<Subnet>(d, "far-a", [](Subnet& s) { s.zone = {"zone-b"}; });
             Subnet other = shop::subnet("far-b", "zone-a", "10.1.2.0/24");
             other.vpc = {"vpc-far"};
             d.subnets.put(other);
             change<TransitGatewayAttachment>(d, "attach-far",
                                              [](TransitGatewayAttachment& a) { a.subnets = {{"far-b"}}; });
         },
         keys, Verdict::Blocked, "TGW_AZ"},

        {"nat-to-another-vpc",
         [](Design& d) {
             addTransitGateway(d);
             for (const char* id : {"rt-a", "rt-b"})
                 change<RouteTable>(d, id,
                                    [](RouteTable& t) { t.routes = {route("10.1.0.0/16", Id<NatGateway>{"nat"})}; });
             change<RouteTable>(d, "rt-public", [](RouteTable& t) {
                 t.routes.push_back(route("10.1.0.0/16", Id<TransitGateway>{"tgw"}));
             });
         },
         "far-flow", Verdict::PrivateInterface, "", true},

        // Appliances
        {"inspected", inspected, images, Verdict::Unknown, ""},
        {"inspected-assumed",
         [](Design& d) {
             inspected(d);
             letAppliancePass(d);
         },
         images, Verdict::Public, ""},
        {"inspected-dead-end",
         [](Design& d) {
             inspected(d);
             change<RouteTable>(d, "rt-public", [](RouteTable& t) { t.routes.clear(); });
         },
         images, Verdict::Blocked, "ROUTE_NONE"},
        {"inspected-in-a-circle",
         [](Design& d) {
             inspected(d);
             change<RouteTable>(d, "rt-public",
                                [](RouteTable& t) { t.routes = {route("0.0.0.0/0", Id<Endpoint>{"vpce-glb"})}; });
         },
         images, Verdict::Blocked, "ROUTE_LOOP"},
        {"visit-past-appliance",
         [](Design& d) {
             addClient(d, LoadBalancerScheme::InternetFacing);
             addAppliance(d, "door-a");
             RouteTable edge;
             edge.id = {"rt-edge"};
             edge.vpc = {"vpc"};
             edge.gateways = {Id<InternetGateway>{"igw"}};
             edge.routes = {route("10.0.21.0/24", Id<Endpoint>{"vpce-glb"})};
             d.routeTables.put(edge);
         },
         "visit", Verdict::Unknown, ""},

        // Other Regions
        {"there", [](Design& d) { acrossRegions(d, "s3", "use1-az1"); }, "there-flow", Verdict::PrivateInterface, ""},
        {"there-not-offered", [](Design& d) { acrossRegions(d, "sqs", "use1-az1"); }, "there-flow", Verdict::Blocked,
         "DNS_NO_ANSWER"},
        {"there-zone-not-served", [](Design& d) { acrossRegions(d, "s3", "use1-az3"); }, "there-flow", Verdict::Partial,
         "VPCE_AZ"},

        // IPv6
        {"ipv6-endpoint",
         [](Design& d) {
             onlyIpv6(d);
             change<Endpoint>(d, "vpce-secrets", [](Endpoint& e) { e.ipAddressType = IpAddressType::Dualstack; });
         },
         keys, Verdict::PrivateInterface, ""},
        {"ipv6-endpoint-without-record",
         [](Design& d) {
             onlyIpv6(d);
             change<Endpoint>(d, "vpce-secrets", [](Endpoint& e) {
                 e.ipAddressType = IpAddressType::Dualstack;
                 e.dnsRecordIpType = DnsRecordIpType::Ipv4;
             });
         },
         keys, Verdict::Blocked, "DNS_NO_ANSWER"},
        {"nat64", nat64, images, Verdict::Public, "", true},
        {"nat64-without-dns64",
         [](Design& d) {
             nat64(d);
             for (const char* id : {"app-a", "app-b"}) change<Subnet>(d, id, [](Subnet& s) { s.dns64 = false; });
         },
         images, Verdict::Blocked, "DNS_NO_IPV6 DNS_NO_IPV6", true},
        {"nat64-without-route",
         [](Design& d) {
             nat64(d);
             for (const char* id : {"rt-a", "rt-b"}) change<RouteTable>(d, id, [](RouteTable& t) { t.routes.clear(); });
         },
         images, Verdict::Blocked, "ROUTE_NONE ROUTE_NONE", true},
        {"nat-takes-no-ipv6",
         [](Design& d) {
             nat64(d);
             for (const char* id : {"rt-a", "rt-b"})
                 change<RouteTable>(d, id, [](RouteTable& t) { t.routes = {route("::/0", Id<NatGateway>{"nat"})}; });
             style(d, "images-flow", HostStyle::DualStack);
         },
         images, Verdict::Blocked, "NAT_NO_EXIT", true},
    };
}

}  // namespace gw::faults
