#include "tests/model/reach/surroundings.h"

namespace gw::faults {

using shop::block;
using shop::change;
using shop::entry;
using shop::route;
using shop::rule;

NetworkAcl aclOn(std::vector<Id<Subnet>> subnets) {
    NetworkAcl acl;
    acl.id = {"acl"};
    acl.name = "acl";
    acl.vpc = {"vpc"};
    acl.subnets = std::move(subnets);
    acl.ingress = {entry(100, AclAction::Allow, "0.0.0.0/0")};
    acl.egress = {entry(100, AclAction::Allow, "0.0.0.0/0")};
    return acl;
}

void style(Design& design, const char* id, HostStyle wanted) {
    change<Flow>(design, id, [&](Flow& row) { row.hostStyle = wanted; });
}

void addApi(Design& design, ApiType type, bool endpoint, bool privateDns) {
    ServiceResource api = shop::resource("api", "execute-api");
    api.apiType = type;
    design.resources.put(api);
    design.flows.put(shop::flow("api-flow", Id<Workload>{"app"}, Id<ServiceResource>{"api"}));
    if (!endpoint) return;
    Endpoint door = *find(design, Id<Endpoint>{"vpce-secrets"});
    door.id = {"vpce-api"};
    door.name = "vpce-api";
    door.service = "execute-api";
    door.privateDns = privateDns;
    design.endpoints.put(door);
}

void addPeer(Design& design, const char* subnet, bool open) {
    SecurityGroup group;
    group.id = {"sg-peer"};
    group.name = "sg-peer";
    group.vpc = {"vpc"};
    if (open) group.ingress = {rule(8080, shop::group("sg-app"))};
    design.securityGroups.put(group);
    Workload peer;
    peer.id = {"peer"};
    peer.name = "peer";
    peer.vpc = {"vpc"};
    peer.subnets = {{subnet}};
    peer.securityGroups = {{"sg-peer"}};
    peer.ports = PortRange::single(8080);
    design.workloads.put(peer);
    change<SecurityGroup>(design, "sg-app",
                          [](SecurityGroup& row) { row.egress.push_back(rule(8080, shop::group("sg-peer"))); });
    design.flows.put(shop::flow("peer-flow", Id<Workload>{"app"}, Id<Workload>{"peer"}));
}

void addFarVpc(Design& design) {
    Vpc vpc;
    vpc.id = {"vpc-far"};
    vpc.name = "vpc-far";
    vpc.region = {"region"};
    vpc.cidrs = {Cidr::literal("10.1.0.0/16")};
    design.vpcs.put(vpc);
    Subnet subnet = shop::subnet("far-a", "zone-a", "10.1.1.0/24");
    subnet.vpc = {"vpc-far"};
    design.subnets.put(subnet);
    RouteTable table;
    table.id = {"rt-far"};
    table.name = "rt-far";
    table.vpc = {"vpc-far"};
    table.subnets = {{"far-a"}};
    design.routeTables.put(table);
    SecurityGroup group;
    group.id = {"sg-far"};
    group.name = "sg-far";
    group.vpc = {"vpc-far"};
    group.ingress = {rule(443, block("10.0.0.0/16"))};
    design.securityGroups.put(group);
    Workload far;
    far.id = {"far"};
    far.name = "far";
    far.vpc = {"vpc-far"};
    far.subnets = {{"far-a"}};
    far.securityGroups = {{"sg-far"}};
    design.workloads.put(far);
    design.flows.put(shop::flow("far-flow", Id<Workload>{"app"}, Id<Workload>{"far"}));
    change<SecurityGroup>(design, "sg-app",
                          [](SecurityGroup& row) { row.egress.push_back(rule(443, block("10.1.0.0/16"))); });
}

void routeFar(Design& design, const RouteTarget& target, bool back) {
    for (const char* id : {"rt-a", "rt-b"})
        change<RouteTable>(design, id, [&](RouteTable& row) { row.routes.push_back(route("10.1.0.0/16", target)); });
    if (back)
        change<RouteTable>(design, "rt-far",
                           [&](RouteTable& row) { row.routes.push_back(route("10.0.0.0/16", target)); });
}

void addPeering(Design& design, bool back) {
    addFarVpc(design);
    PeeringConnection peering;
    peering.id = {"pcx"};
    peering.name = "pcx";
    peering.requester = {"vpc"};
    peering.accepter = {"vpc-far"};
    design.peeringConnections.put(peering);
    routeFar(design, Id<PeeringConnection>{"pcx"}, back);
}

void addTransitGateway(Design& design) {
    addFarVpc(design);
    TransitGateway gateway;
    gateway.id = {"tgw"};
    gateway.name = "tgw";
    gateway.region = {"region"};
    design.transitGateways.put(gateway);
    const auto attach = [&](const char* id, const char* vpc, std::vector<Id<Subnet>> subnets) {
        TransitGatewayAttachment made;
        made.id = {id};
        made.name = id;
        made.transitGateway = {"tgw"};
        made.resource = Id<Vpc>{vpc};
        made.subnets = std::move(subnets);
        design.transitGatewayAttachments.put(made);
    };
    attach("attach-shop", "vpc", {{"door-a"}, {"door-b"}});
    attach("attach-far", "vpc-far", {{"far-a"}});
    TransitGatewayRouteTable table;
    table.id = {"tgw-rtb"};
    table.name = "tgw-rtb";
    table.transitGateway = {"tgw"};
    table.associations = {{"attach-shop"}, {"attach-far"}};
    table.propagations = {{"attach-shop"}, {"attach-far"}};
    design.transitGatewayRouteTables.put(table);
    routeFar(design, Id<TransitGateway>{"tgw"}, true);
}

void addHubExit(Design& design, bool back) {
    addTransitGateway(design);
    design.endpoints.erase({"vpce-s3"});
    change<SecurityGroup>(design, "sg-app", [](SecurityGroup& row) { row.egress = {rule(443, block("0.0.0.0/0"))}; });
    for (const char* id : {"rt-a", "rt-b"})
        change<RouteTable>(design, id,
                           [](RouteTable& row) { row.routes = {route("0.0.0.0/0", Id<TransitGateway>{"tgw"})}; });
    change<TransitGatewayRouteTable>(design, "tgw-rtb", [](TransitGatewayRouteTable& row) {
        row.routes = {{Cidr::literal("0.0.0.0/0"), {"attach-far"}, false}};
    });
    InternetGateway gateway;
    gateway.id = {"igw-far"};
    gateway.name = "igw-far";
    gateway.vpc = {"vpc-far"};
    design.internetGateways.put(gateway);
    Subnet subnet = shop::subnet("far-public", "zone-a", "10.1.2.0/24");
    subnet.vpc = {"vpc-far"};
    design.subnets.put(subnet);
    ElasticIp address;
    address.id = {"eip-far"};
    design.elasticIps.put(address);
    NatGateway nat;
    nat.id = {"nat-far"};
    nat.name = "nat-far";
    nat.vpc = {"vpc-far"};
    nat.subnet = {"far-public"};
    nat.elasticIps = {{"eip-far"}};
    design.natGateways.put(nat);
    change<RouteTable>(design, "rt-far",
                       [](RouteTable& row) { row.routes = {route("0.0.0.0/0", Id<NatGateway>{"nat-far"})}; });
    RouteTable table;
    table.id = {"rt-far-public"};
    table.name = "rt-far-public";
    table.vpc = {"vpc-far"};
    table.subnets = {{"far-public"}};
    table.routes = {route("0.0.0.0/0", Id<InternetGateway>{"igw-far"})};
    if (back) table.routes.push_back(route("10.0.0.0/16", Id<TransitGateway>{"tgw"}));
    design.routeTables.put(table);
}

namespace {

void addOfficeNetwork(Design& design) {
    OnPremisesNetwork office;
    office.id = {"office"};
    office.name = "office";
    office.cidrs = {Cidr::literal("192.168.0.0/16")};
    design.onPremisesNetworks.put(office);
    VpnConnection line;
    line.id = {"line"};
    line.name = "line";
    line.onPremises = {"office"};
    design.vpnConnections.put(line);
    change<SecurityGroup>(design, "sg-door",
                          [](SecurityGroup& row) { row.ingress.push_back(rule(443, block("192.168.0.0/16"))); });
    design.flows.put(shop::flow("office-flow", Id<OnPremisesNetwork>{"office"}, Id<ServiceResource>{"keys"}));
}

}  // namespace

void addOffice(Design& design, bool back) {
    addOfficeNetwork(design);
    VpnGateway gateway;
    gateway.id = {"vgw"};
    gateway.name = "vgw";
    gateway.vpc = {"vpc"};
    design.vpnGateways.put(gateway);
    change<VpnConnection>(design, "line", [](VpnConnection& row) { row.gateway = Id<VpnGateway>{"vgw"}; });
    if (back) change<RouteTable>(design, "rt-doors", [](RouteTable& row) { row.propagatingGateways = {{"vgw"}}; });
}

void addOfficeOnTransitGateway(Design& design) {
    addTransitGateway(design);
    addOfficeNetwork(design);
    change<VpnConnection>(design, "line", [](VpnConnection& row) { row.gateway = Id<TransitGateway>{"tgw"}; });
    TransitGatewayAttachment attachment;
    attachment.id = {"attach-line"};
    attachment.name = "attach-line";
    attachment.transitGateway = {"tgw"};
    attachment.resource = Id<VpnConnection>{"line"};
    design.transitGatewayAttachments.put(attachment);
    change<TransitGatewayRouteTable>(design, "tgw-rtb", [](TransitGatewayRouteTable& row) {
        row.associations.push_back({"attach-line"});
        row.propagations.push_back({"attach-line"});
    });
    change<RouteTable>(design, "rt-doors", [](RouteTable& row) {
        row.routes.push_back(route("192.168.0.0/16", Id<TransitGateway>{"tgw"}));
    });
}

void addInboundResolver(Design& design) {
    SecurityGroup group;
    group.id = {"sg-resolver"};
    group.name = "sg-resolver";
    group.vpc = {"vpc"};
    group.ingress = {rule(53, block("192.168.0.0/16"))};
    group.ingress.front().protocol = Protocol::udp();
    design.securityGroups.put(group);
    ResolverEndpoint resolver;
    resolver.id = {"resolver-in"};
    resolver.name = "resolver-in";
    resolver.vpc = {"vpc"};
    resolver.subnets = {{"door-a"}, {"door-b"}};
    resolver.securityGroups = {{"sg-resolver"}};
    design.resolverEndpoints.put(resolver);
    change<OnPremisesNetwork>(design, "office", [](OnPremisesNetwork& row) {
        row.dnsServers = {IpAddress::parse("10.0.11.10").value(), IpAddress::parse("10.0.12.10").value()};
    });
}

void addAppliance(Design& design, const char* subnet) {
    Endpoint appliance;
    appliance.id = {"vpce-glb"};
    appliance.name = "vpce-glb";
    appliance.vpc = {"vpc"};
    appliance.type = EndpointType::GatewayLoadBalancer;
    appliance.subnets = {{subnet}};
    design.endpoints.put(appliance);
}

void moveDoorToHub(Design& design) {
    change<Endpoint>(design, "vpce-secrets", [](Endpoint& row) {
        row.vpc = {"vpc-far"};
        row.subnets = {{"far-a"}};
        row.securityGroups = {{"sg-far"}};
        row.privateDns = false;
    });
    HostedZone zone;
    zone.id = {"zone"};
    zone.name = "secretsmanager.us-east-1.amazonaws.com";
    zone.vpcs = {{"vpc"}};
    zone.records = {{"secretsmanager.us-east-1.amazonaws.com", "A", {}, Id<Endpoint>{"vpce-secrets"}}};
    design.hostedZones.put(zone);
}

void onlyIpv6(Design& design) {
    change<Vpc>(design, "vpc", [](Vpc& row) { row.ipv6Cidrs = {Cidr::literal("2001:db8:1::/56")}; });
    int number = 1;
    for (const char* id : {"app-a", "app-b", "door-a", "door-b", "public-a"})
        change<Subnet>(design, id, [&](Subnet& row) {
            row.ipv6Cidr = Cidr::literal(("2001:db8:1:" + std::to_string(number++) + "::/64").c_str());
            if (row.id.value.starts_with("app")) row.cidr.reset();
        });
    change<SecurityGroup>(design, "sg-app", [](SecurityGroup& row) { row.egress.push_back(rule(443, block("::/0"))); });
}

void addClient(Design& design, LoadBalancerScheme scheme) {
    Client client;
    client.id = {"users"};
    client.name = "users";
    design.clients.put(client);
    SecurityGroup group;
    group.id = {"sg-lb"};
    group.name = "sg-lb";
    group.vpc = {"vpc"};
    group.ingress = {rule(443, block("0.0.0.0/0"))};
    design.securityGroups.put(group);
    LoadBalancer balancer;
    balancer.id = {"lb"};
    balancer.name = "lb";
    balancer.scheme = scheme;
    balancer.vpc = {"vpc"};
    balancer.subnets = {{"public-a"}};
    balancer.securityGroups = {{"sg-lb"}};
    balancer.listeners = {Listener{}};
    design.loadBalancers.put(balancer);
    design.flows.put(shop::flow("visit", Id<Client>{"users"}, Id<LoadBalancer>{"lb"}));
}

}  // namespace gw::faults
