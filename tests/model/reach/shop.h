#pragma once
#include "model/design/design.h"

/// A small shop: one VPC with two application subnets, an endpoint subnet and a public subnet, a workload that calls a
/// secret through an interface endpoint and a bucket through a gateway endpoint. Every path is open; tests break it.
namespace gw::shop {

inline SecurityGroupRule rule(int port, Peer peer) {
    SecurityGroupRule made;
    made.ports = PortRange::single(static_cast<std::uint16_t>(port));
    made.peer = std::move(peer);
    return made;
}
inline Peer group(const char* id) {
    return IdOf<SecurityGroup, PrefixList>(Id<SecurityGroup>{id});
}
inline Peer list(const char* id) {
    return IdOf<SecurityGroup, PrefixList>(Id<PrefixList>{id});
}
inline Peer block(const char* text) {
    return Cidr::literal(text);
}

inline NetworkAclEntry entry(int number, AclAction action, const char* cidr, PortRange ports = {}) {
    NetworkAclEntry made;
    made.number = number;
    made.action = action;
    made.protocol = ports.isAll() ? Protocol::all() : Protocol::tcp();
    made.ports = ports;
    made.cidr = Cidr::literal(cidr);
    return made;
}

inline Subnet subnet(const char* id, const char* zone, const char* cidr) {
    Subnet made;
    made.id = {id};
    made.name = id;
    made.vpc = {"vpc"};
    made.zone = {zone};
    made.cidr = Cidr::literal(cidr);
    return made;
}

inline Route route(const char* to, RouteTarget target) {
    Route made;
    made.destination = Cidr::literal(to);
    made.target = std::move(target);
    return made;
}

inline ServiceResource resource(const char* id, const char* service) {
    ServiceResource made;
    made.id = {id};
    made.name = id;
    made.service = service;
    made.region = {"region"};
    return made;
}

inline Flow flow(const char* id, FlowSource from, FlowTarget to) {
    Flow made;
    made.id = {id};
    made.from = std::move(from);
    made.to = std::move(to);
    return made;
}

/// Changes one row in place.
template <class Row, class Change>
void change(Design& design, const char* id, Change how) {
    Row row = *find(design, Id<Row>{id});
    how(row);
    (design.*tableOf<Row>()).put(std::move(row));
}

inline Design open() {
    Design design;
    Region region;
    region.id = {"region"};
    region.code = "us-east-1";
    design.regions.put(region);
    for (const char* id : {"zone-a", "zone-b"}) {
        AvailabilityZone zone;
        zone.id = {id};
        zone.name = id;
        zone.region = {"region"};
        design.availabilityZones.put(zone);
    }
    Vpc vpc;
    vpc.id = {"vpc"};
    vpc.name = "vpc";
    vpc.region = {"region"};
    vpc.cidrs = {Cidr::literal("10.0.0.0/16")};
    vpc.dnsHostnames = true;
    design.vpcs.put(vpc);
    design.subnets.put(subnet("app-a", "zone-a", "10.0.1.0/24"));
    design.subnets.put(subnet("app-b", "zone-b", "10.0.2.0/24"));
    design.subnets.put(subnet("door-a", "zone-a", "10.0.11.0/24"));
    design.subnets.put(subnet("door-b", "zone-b", "10.0.12.0/24"));
    design.subnets.put(subnet("public-a", "zone-a", "10.0.21.0/24"));

    const auto table = [&](const char* id, std::vector<Id<Subnet>> subnets) {
        RouteTable made;
        made.id = {id};
        made.name = id;
        made.vpc = {"vpc"};
        made.subnets = std::move(subnets);
        design.routeTables.put(made);
    };
    table("rt-a", {{"app-a"}});
    table("rt-b", {{"app-b"}});
    table("rt-doors", {{"door-a"}, {"door-b"}});
    table("rt-public", {{"public-a"}});
    InternetGateway igw;
    igw.id = {"igw"};
    igw.name = "igw";
    igw.vpc = {"vpc"};
    design.internetGateways.put(igw);
    change<RouteTable>(design, "rt-public",
                       [](RouteTable& row) { row.routes = {route("0.0.0.0/0", Id<InternetGateway>{"igw"})}; });

    PrefixList s3;
    s3.id = {"pl-s3"};
    s3.name = "pl-s3";
    s3.region = {"region"};
    s3.service = "s3";
    design.prefixLists.put(s3);
    SecurityGroup app;
    app.id = {"sg-app"};
    app.name = "sg-app";
    app.vpc = {"vpc"};
    app.egress = {rule(443, group("sg-door")), rule(443, list("pl-s3"))};
    design.securityGroups.put(app);
    SecurityGroup door;
    door.id = {"sg-door"};
    door.name = "sg-door";
    door.vpc = {"vpc"};
    door.ingress = {rule(443, group("sg-app"))};
    design.securityGroups.put(door);

    Endpoint secrets;
    secrets.id = {"vpce-secrets"};
    secrets.name = "vpce-secrets";
    secrets.vpc = {"vpc"};
    secrets.type = EndpointType::Interface;
    secrets.service = "secretsmanager";
    secrets.subnets = {{"door-a"}, {"door-b"}};
    secrets.securityGroups = {{"sg-door"}};
    secrets.privateDns = true;
    design.endpoints.put(secrets);
    Endpoint bucket;
    bucket.id = {"vpce-s3"};
    bucket.name = "vpce-s3";
    bucket.vpc = {"vpc"};
    bucket.type = EndpointType::Gateway;
    bucket.service = "s3";
    bucket.routeTables = {{"rt-a"}, {"rt-b"}};
    design.endpoints.put(bucket);

    Workload work;
    work.id = {"app"};
    work.name = "app";
    work.workloadKind = WorkloadKind::Fargate;
    work.vpc = {"vpc"};
    work.subnets = {{"app-a"}, {"app-b"}};
    work.securityGroups = {{"sg-app"}};
    design.workloads.put(work);
    design.resources.put(resource("keys", "secretsmanager"));
    design.resources.put(resource("images", "s3"));
    design.flows.put(flow("keys-flow", Id<Workload>{"app"}, Id<ServiceResource>{"keys"}));
    design.flows.put(flow("images-flow", Id<Workload>{"app"}, Id<ServiceResource>{"images"}));
    return design;
}

/// The shop with a NAT gateway in its public subnet, to which both application subnets send what nothing else takes.
inline Design withNat() {
    Design design = open();
    ElasticIp address;
    address.id = {"eip"};
    address.region = {"region"};
    address.address = IpAddress::parse("198.51.100.7").value();
    design.elasticIps.put(address);
    NatGateway nat;
    nat.id = {"nat"};
    nat.name = "nat";
    nat.vpc = {"vpc"};
    nat.subnet = {"public-a"};
    nat.elasticIps = {{"eip"}};
    design.natGateways.put(nat);
    for (const char* id : {"rt-a", "rt-b"})
        change<RouteTable>(design, id,
                           [](RouteTable& row) { row.routes = {route("0.0.0.0/0", Id<NatGateway>{"nat"})}; });
    change<SecurityGroup>(design, "sg-app", [](SecurityGroup& row) { row.egress = {rule(443, block("0.0.0.0/0"))}; });
    return design;
}

}  // namespace gw::shop
