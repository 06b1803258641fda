#include "tests/random/builder.h"

namespace gw {
namespace {

const Cidr officeBlock = Cidr::literal("192.168.0.0/16");

const Vpc& homeOf(Builder& b, const Id<Vpc>& id) {
    for (const Vpc& vpc : b.rows<Vpc>())
        if (vpc.id == id) return vpc;
    return b.rows<Vpc>().front();
}

std::string regionOf(Builder& b, const Vpc& vpc) {
    for (const Region& region : b.rows<Region>())
        if (region.id == vpc.region) return region.code;
    return {};
}

void addCall(Builder& b, FlowSource from, FlowTarget to, const Id<Endpoint>& via) {
    Flow flow;
    flow.from = std::move(from);
    flow.to = std::move(to);
    if (via) flow.hostStyle = HostStyle::EndpointSpecific;
    flow.viaEndpoint = via;
    b.add(std::move(flow));
}

/// The resource that the endpoint leads to; made where there is none.
Id<ServiceResource> resourceOf(Builder& b, const Endpoint& endpoint) {
    const Id<Region> region = homeOf(b, endpoint.vpc).region;
    for (const ServiceResource& each : b.rows<ServiceResource>())
        if (each.service == endpoint.service && each.region == region) return each.id;
    ServiceResource made;
    made.service = endpoint.service;
    made.region = region;
    return b.add(std::move(made));
}

/// Lets the block in and knows the way back, most of the time.
void open(Builder& b, const Id<Vpc>& vpc, const Cidr& block, const RouteTarget& back) {
    for (SecurityGroup& group : b.rows<SecurityGroup>())
        if (group.vpc == vpc && b.random.chance(75))
            group.ingress.push_back({Protocol::tcp(), PortRange::single(443), block, ""});
    for (RouteTable& table : b.rows<RouteTable>())
        if (table.vpc == vpc && b.random.chance(80)) table.routes.push_back({block, back});
}

/// Calls from the office into a VPC, by the names of endpoints there and to workloads.
void callFromOffice(Builder& b, const Id<OnPremisesNetwork>& office, const Id<Vpc>& vpc) {
    const std::vector<Endpoint> endpoints = b.rows<Endpoint>();
    for (const Endpoint& endpoint : endpoints)
        if (endpoint.vpc == vpc && endpoint.type == EndpointType::Interface && !endpoint.service.empty())
            addCall(b, office, resourceOf(b, endpoint), endpoint.id);
    const std::vector<Workload> workloads = b.rows<Workload>();
    for (const Workload& workload : workloads)
        if (workload.vpc == vpc && b.random.chance(30)) addCall(b, office, workload.id, {});
}

/// The line of the office ends at a virtual private gateway, whose routes reach the tables, or at the transit gateway.
void addOffice(Builder& b) {
    if (b.rows<VpnConnection>().empty()) return;
    VpnConnection& line = b.rows<VpnConnection>().front();
    if (b.random.chance(15)) line.staticRoutes = {Cidr::literal("192.168.0.0/17")};
    Id<Vpc> vpc = b.random.of(b.rows<Vpc>()).id;
    if (!b.rows<TransitGateway>().empty() && b.random.chance(50)) {
        const Id<TransitGateway> hub = b.rows<TransitGateway>().front().id;
        line.gateway = hub;
        TransitGatewayAttachment attachment;
        attachment.transitGateway = hub;
        attachment.resource = line.id;
        const auto id = b.add(std::move(attachment));
        TransitGatewayRouteTable& table = b.rows<TransitGatewayRouteTable>().front();
        table.associations.push_back(id);
        if (b.random.chance(85)) table.propagations.push_back(id);
        open(b, vpc, officeBlock, RouteTarget(hub));
    } else {
        VpnGateway& gateway = b.rows<VpnGateway>().front();
        if (b.random.chance(80)) vpc = gateway.vpc;
        for (RouteTable& table : b.rows<RouteTable>())
            if (table.vpc == gateway.vpc && b.random.chance(75)) table.propagatingGateways = {gateway.id};
        if (b.random.chance(50)) open(b, vpc, officeBlock, RouteTarget(gateway.id));
        for (SecurityGroup& group : b.rows<SecurityGroup>())
            if (group.vpc == vpc && b.random.chance(70))
                group.ingress.push_back({Protocol::tcp(), PortRange::single(443), officeBlock, ""});
    }
    callFromOffice(b, b.rows<OnPremisesNetwork>().front().id, vpc);
    if (!b.random.chance(40)) return;
    ResolverEndpoint inbound;
    inbound.vpc = vpc;
    for (const Subnet& subnet : b.rows<Subnet>())
        if (subnet.vpc == vpc && inbound.subnets.size() < 2) inbound.subnets.push_back(subnet.id);
    b.add(std::move(inbound));
}

/// A second attachment subnet and a shared interface endpoint: the zone of its service leads the other VPC to it.
void addHub(Builder& b) {
    const std::vector<Vpc> vpcs = b.rows<Vpc>();
    for (TransitGatewayAttachment& attachment : b.rows<TransitGatewayAttachment>())
        for (const Subnet& subnet : b.rows<Subnet>())
            if (!attachment.subnets.empty() && subnet.vpc.value == attachment.resource.value && b.random.chance(60)) {
                bool isNew = true;
                for (const auto& id : attachment.subnets)
                    for (const Subnet& other : b.rows<Subnet>())
                        if (other.id == id && other.zone == subnet.zone) isNew = false;
                if (isNew) attachment.subnets.push_back(subnet.id);
            }
    for (TransitGateway& gateway : b.rows<TransitGateway>()) gateway.securityGroupReferencing = b.random.chance(50);
    if (vpcs.size() < 2) return;
    const std::vector<Endpoint> endpoints = b.rows<Endpoint>();
    for (const Endpoint& endpoint : endpoints) {
        const bool isHub = endpoint.vpc == vpcs[1].id && endpoint.type == EndpointType::Interface;
        const bool isPlain = endpoint.service == "secretsmanager" || endpoint.service == "sqs" ||
                             endpoint.service == "kms" || endpoint.service == "logs";
        if (!isHub || !isPlain || vpcs[0].region != vpcs[1].region || !b.random.chance(60)) continue;
        HostedZone zone;
        zone.name = endpoint.service + "." + regionOf(b, vpcs[1]) + ".amazonaws.com";
        zone.vpcs = {vpcs[0].id};
        zone.records = {{zone.name, "A", {}, endpoint.id}};
        b.add(std::move(zone));
        for (Endpoint& own : b.rows<Endpoint>())
            if (own.vpc == vpcs[0].id && own.service == endpoint.service) own.privateDns = false;
        for (SecurityGroup& group : b.rows<SecurityGroup>())
            if (group.vpc == vpcs[1].id && b.random.chance(60))
                group.ingress.push_back({Protocol::tcp(), PortRange::single(443), vpcs[0].cidrs.front(), ""});
        for (const Workload& workload : std::vector<Workload>(b.rows<Workload>()))
            if (workload.vpc == vpcs[0].id && b.random.chance(50)) addCall(b, workload.id, resourceOf(b, endpoint), {});
    }
}

/// Appliances on the way out, with what is known of them; a NAT gateway for all zones.
void addMiddle(Builder& b) {
    const Vpc vpc = b.random.of(b.rows<Vpc>());
    std::vector<Subnet> own;
    for (const Subnet& subnet : b.rows<Subnet>())
        if (subnet.vpc == vpc.id) own.push_back(subnet);
    if (b.random.chance(50)) {
        Endpoint appliance;
        appliance.vpc = vpc.id;
        appliance.type = EndpointType::GatewayLoadBalancer;
        appliance.subnets = {b.random.of(own).id};
        const auto id = b.add(std::move(appliance));
        if (b.random.chance(75)) {
            Assumption passes;
            passes.statement = "The appliances let it through.";
            passes.key = "passes";
            passes.value = "yes";
            passes.subject = id;
            b.add(std::move(passes));
        }
        for (RouteTable& table : b.rows<RouteTable>()) {
            if (table.vpc != vpc.id) continue;
            for (Route& route : table.routes)
                if (b.random.chance(40)) route.target = id;
            if (table.routes.empty() && b.random.chance(50))
                table.routes.push_back({Cidr::literal("0.0.0.0/0"), RouteTarget(id)});
        }
    } else {
        NatGateway nat;
        nat.vpc = vpc.id;
        nat.availability = NatAvailability::Regional;
        const auto id = b.add(std::move(nat));
        for (RouteTable& table : b.rows<RouteTable>())
            if (table.vpc == vpc.id && table.routes.empty())
                table.routes.push_back({Cidr::literal("0.0.0.0/0"), RouteTarget(id)});
    }
}

/// One VPC speaks IPv6 as well: its way out, endpoints with both kinds of address, calls to dual-stack names; now and
/// then subnets without IPv4, which need DNS64 and NAT64.
void addIpv6(Builder& b) {
    Vpc& vpc = b.rows<Vpc>().front();
    vpc.ipv6Cidrs = {Cidr::literal("2001:db8:40::/56")};
    const bool only = b.random.chance(30);
    int number = 0;
    for (Subnet& subnet : b.rows<Subnet>()) {
        if (subnet.vpc != vpc.id) continue;
        subnet.ipv6Cidr = Cidr::literal(("2001:db8:40:" + std::to_string(++number) + "::/64").c_str());
        subnet.dns64 = b.random.chance(60);
        if (only && subnet.intent == SubnetIntent::Private) subnet.cidr.reset();
    }
    RouteTarget exit;
    for (const EgressOnlyGateway& gateway : b.rows<EgressOnlyGateway>())
        if (gateway.vpc == vpc.id) exit = gateway.id;
    for (const InternetGateway& gateway : b.rows<InternetGateway>())
        if (gateway.vpc == vpc.id && !exit) exit = gateway.id;
    RouteTarget nat;
    for (const NatGateway& gateway : b.rows<NatGateway>())
        if (gateway.vpc == vpc.id) nat = gateway.id;
    for (RouteTable& table : b.rows<RouteTable>()) {
        if (table.vpc != vpc.id) continue;
        if (exit && b.random.chance(70)) table.routes.push_back({Cidr::literal("::/0"), exit});
        if (nat && b.random.chance(60)) table.routes.push_back({Cidr::literal("64:ff9b::/96"), nat});
    }
    for (SecurityGroup& group : b.rows<SecurityGroup>())
        if (group.vpc == vpc.id && b.random.chance(80))
            for (auto* rules : {&group.ingress, &group.egress})
                rules->push_back({Protocol::tcp(), PortRange::single(443), Cidr::literal("::/0"), ""});
    for (Endpoint& endpoint : b.rows<Endpoint>())
        if (endpoint.vpc == vpc.id && b.random.chance(50)) endpoint.ipAddressType = IpAddressType::Dualstack;
    for (Flow& flow : b.rows<Flow>())
        if (flow.hostStyle == HostStyle::Regional && b.random.chance(20)) flow.hostStyle = HostStyle::DualStack;
}

}  // namespace

void addConnections(Builder& builder) {
    addHub(builder);
    addOffice(builder);
    if (builder.random.chance(50)) addMiddle(builder);
    if (builder.random.chance(25)) addIpv6(builder);
    if (builder.random.chance(50)) addBalancers(builder);
}

}  // namespace gw
