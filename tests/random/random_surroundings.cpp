#include "tests/random/builder.h"

namespace gw {
namespace {

/// Places things one below the other at the left edge of the drawing, outside every Region.
class Shelf {
public:
    explicit Shelf(Builder& builder) : builder_(builder) {}
    void put(const AnyId& id, int width, int height) {
        builder_.place(id, {20, bottom_, width, height});
        bottom_ += height + 24;
    }

private:
    Builder& builder_;
    int bottom_ = 40;
};

void addOrganization(Builder& b) {
    Organization organization;
    organization.name = "Example";
    organization.organizationId = "o-example";
    OrganizationalUnit unit;
    unit.name = "Production";
    unit.organization = b.add(std::move(organization));
    Account account;
    account.name = "shop";
    account.number = *AccountNumber::parse("111122223333");
    account.organization = unit.organization;
    account.organizationalUnit = b.add(std::move(unit));
    const Id<Account> owner = b.add(std::move(account));
    for (Region& region : b.rows<Region>()) region.account = owner;
    Policy policy;
    policy.policyKind = PolicyKind::ServiceControl;
    policy.document =
        PolicyDocument::literal(R"({"Statement": [{"Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": "*"}]})");
    policy.targets = {owner};
    b.add(std::move(policy));
}

void addOutside(Builder& b, Shelf& shelf) {
    Client internet;
    internet.name = "Internet";
    shelf.put(b.add(std::move(internet)), 48, 56);
    if (b.random.chance(50)) {
        OnPremisesNetwork office;
        office.name = "Office";
        office.cidrs = {Cidr::literal("192.168.0.0/16")};
        const auto far = b.add(std::move(office));
        shelf.put(far, 150, 56);
        VpnGateway gateway;
        gateway.vpc = b.rows<Vpc>().front().id;
        VpnConnection line;
        line.onPremises = far;
        line.gateway = b.add(std::move(gateway));
        b.add(std::move(line));
    }
    if (b.random.chance(50)) {
        Note note;
        note.text = "What people say of it,\nover two lines.";
        shelf.put(b.add(std::move(note)), 160, 64);
    }
    if (b.random.chance(30)) {
        Unmodelled thing;
        thing.type = "AWS::WAFv2::WebACL";
        thing.reason = "Not part of the model.";
        shelf.put(b.add(std::move(thing)), 144, 36);
    }
}

/// Lines between VPCs: peering with its routes, or a transit gateway.
void addLinks(Builder& b, Shelf& shelf) {
    const auto vpcs = b.rows<Vpc>();
    if (vpcs.size() < 2) return;
    if (b.random.chance(60)) {
        PeeringConnection peering;
        peering.requester = vpcs[0].id;
        peering.accepter = vpcs[1].id;
        const auto id = b.add(std::move(peering));
        shelf.put(id, 32, 24);
        for (RouteTable& table : b.rows<RouteTable>()) {
            if (table.vpc == vpcs[0].id) table.routes.push_back({vpcs[1].cidrs[0], RouteTarget(id)});
            if (table.vpc == vpcs[1].id && b.random.chance(80))
                table.routes.push_back({vpcs[0].cidrs[0], RouteTarget(id)});
        }
    }
    if (!b.random.chance(60)) return;
    TransitGateway gateway;
    gateway.region = vpcs[0].region;
    const auto hub = b.add(std::move(gateway));
    TransitGatewayRouteTable table;
    table.transitGateway = hub;
    for (const Vpc& vpc : vpcs) {
        if (vpc.region != vpcs[0].region) continue;
        TransitGatewayAttachment attachment;
        attachment.transitGateway = hub;
        attachment.resource = vpc.id;
        for (const Subnet& subnet : b.rows<Subnet>())
            if (subnet.vpc == vpc.id && attachment.subnets.empty()) attachment.subnets = {subnet.id};
        table.associations.push_back(b.add(std::move(attachment)));
    }
    table.propagations = table.associations;
    b.add(std::move(table));
    for (RouteTable& routes : b.rows<RouteTable>())
        if (b.random.chance(30)) routes.routes.push_back({Cidr::literal("10.0.0.0/8"), RouteTarget(hub)});
}

void addPrivateLink(Builder& b) {
    const Subnet subnet = b.random.of(b.rows<Subnet>());
    LoadBalancer balancer;
    balancer.loadBalancerKind = LoadBalancerKind::Network;
    balancer.vpc = subnet.vpc;
    balancer.subnets = {subnet.id};
    if (!b.rows<Workload>().empty())
        balancer.listeners = {
            {PortRange::single(443), "TCP", {b.rows<Workload>().front().id}, PortRange::single(8443)}};
    EndpointService service;
    service.name = "partner";
    service.region = b.rows<Region>().front().id;
    service.loadBalancers = {b.add(std::move(balancer))};
    Endpoint consumer;
    consumer.vpc = b.rows<Vpc>().back().id;
    consumer.target = b.add(std::move(service));
    consumer.subnets = {b.rows<Subnet>().back().id};
    b.add(std::move(consumer));
    ResourceGateway gateway;
    gateway.vpc = subnet.vpc;
    gateway.subnets = {subnet.id};
    ResourceConfiguration configuration;
    configuration.resourceGateway = b.add(std::move(gateway));
    configuration.definition = "database.example.com";
    ServiceNetwork network;
    network.region = b.rows<Region>().front().id;
    network.resourceConfigurations = {b.add(std::move(configuration))};
    b.add(std::move(network));
}

void addDns(Builder& b) {
    const Id<Vpc> vpc = b.random.of(b.rows<Vpc>()).id;
    HostedZone zone;
    zone.name = "shop.internal";
    zone.vpcs = {vpc};
    zone.records = {{"db.shop.internal", "A", {"10.0.0.7"}, {}}};
    if (!b.rows<Endpoint>().empty())
        zone.records.push_back({"api.shop.internal", "A", {}, b.rows<Endpoint>().front().id});
    b.add(std::move(zone));
    ResolverEndpoint outbound;
    outbound.vpc = vpc;
    outbound.direction = ResolverDirection::Outbound;
    for (const Subnet& subnet : b.rows<Subnet>())
        if (subnet.vpc == vpc && outbound.subnets.size() < 2) outbound.subnets.push_back(subnet.id);
    ResolverRule rule;
    rule.domain = "corp.example.com";
    rule.resolverEndpoint = b.add(std::move(outbound));
    rule.targets = {*IpAddress::parse("192.168.0.53")};
    rule.vpcs = {vpc};
    b.add(std::move(rule));
}

void addRemarks(Builder& b) {
    Random& r = b.random;
    FlowLog log;
    log.resource = r.of(b.rows<Vpc>()).id;
    b.add(std::move(log));
    PrefixList list;
    list.region = b.rows<Region>().front().id;
    list.entries = {Cidr::literal("192.0.2.0/24"), Cidr::literal("198.51.100.0/24")};
    const auto prefixes = b.add(std::move(list));
    b.rows<SecurityGroup>().front().egress.push_back(
        {Protocol::tcp(), PortRange::single(443), IdOf<SecurityGroup, PrefixList>(prefixes), ""});
    Group group;
    group.name = "Everything public";
    for (const Subnet& subnet : b.rows<Subnet>())
        if (subnet.intent == SubnetIntent::Public) group.members.emplace_back(subnet.id);
    b.add(std::move(group));
    Layer layer;
    layer.name = "Network";
    for (const Vpc& vpc : b.rows<Vpc>()) layer.members.emplace_back(vpc.id);
    b.add(std::move(layer));
    Waiver waiver;
    waiver.rule = "NET001";
    waiver.subject = r.of(b.rows<Vpc>()).id;
    waiver.reason = "Known, and changed next year.";
    waiver.expires = *Date::parse("2027-06-30");
    b.add(std::move(waiver));
    Invariant invariant;
    invariant.name = "Data stays inside";
    invariant.from = {r.of(b.rows<Subnet>()).id};
    b.add(std::move(invariant));
    Assumption assumption;
    assumption.statement = "The partner accepts our endpoint.";
    b.add(std::move(assumption));
    PriceOverride price;
    price.item = "nat-gateway-hour";
    price.usd = 0.045;
    b.add(std::move(price));
}

}  // namespace

void addSurroundings(Builder& builder) {
    Shelf shelf(builder);
    if (builder.random.chance(50)) addOrganization(builder);
    addOutside(builder, shelf);
    addLinks(builder, shelf);
    if (builder.random.chance(40)) addPrivateLink(builder);
    if (builder.random.chance(50)) addDns(builder);
    addRemarks(builder);
}

}  // namespace gw
