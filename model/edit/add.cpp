#include <algorithm>
#include <array>
#include <map>

#include "model/design/references.h"
#include "model/edit/adding.h"
#include "model/edit/settle.h"
#include "model/edit/usual.h"

namespace gw::edits {
namespace {

using namespace std::string_view_literals;

std::string oneOf(const Adding& adding) {
    return nameOf(adding.design, adding.vpc()->id) + " has one already; AWS takes one " +
           std::string(adding.item.noun) + " in a VPC.";
}

void addRegion(Adding& adding, const std::string& id, const Box& box) {
    adding.design.regions.put({.id = {id}, .code = usual::regionCode(adding.design)});
    adding.boxes.emplace_back(id, box);
}

/// The Region dropped on; without one the nearest, or a new one around the thing.
void findRegion(Adding& adding, bool joinsNearest) {
    if (adding.frame) return;
    const Point at = adding.box.centre();
    int least = 0;
    if (joinsNearest)
        for (const Region& region : adding.design.regions)
            if (const Placement* placed = adding.design.placements.find({region.id.value})) {
                const Box box = placed->box();
                const int distance = std::max({box.x - at.x, at.x - box.right(), box.y - at.y, at.y - box.bottom(), 1});
                if (adding.frame && distance >= least) continue;
                least = distance;
                adding.frame = AnyId(region.id);
            }
    if (adding.frame) return;
    const std::string id = freeId(adding.design, "region");
    const auto& padding = measure::region;
    addRegion(adding, id,
              {adding.box.x - padding.left, adding.box.y - padding.top, adding.box.width + padding.left + padding.right,
               adding.box.height + padding.top + padding.bottom});
    adding.frame = AnyId(id);
}

Status addVpc(Adding& adding) {
    findRegion(adding, false);
    // A private network needs both DNS switches for private DNS names; AWS's console turns them on as well.
    adding.design.vpcs.put({.id = {adding.id},
                            .name = adding.id,
                            .region = {adding.frame.value},
                            .cidrs = {usual::vpcBlock(adding.design)},
                            .dnsSupport = true,
                            .dnsHostnames = true});
    adding.design.routeTables.put({.id = {freeId(adding.design, "rtb-" + adding.id)},
                                   .name = adding.id + "-main",
                                   .vpc = {adding.id},
                                   .isMain = true});
    return {};
}

Status addZone(Adding& adding) {
    findRegion(adding, true);
    const std::string name = usual::zoneName(adding.design, *adding.region());
    if (name.empty()) return fail("Every zone of " + adding.region()->code + " is drawn already.");
    const Id<Region> region = adding.region()->id;
    adding.design.availabilityZones.put({.id = {adding.id}, .name = name, .region = region});
    int top = farAway;
    int bottom = -farAway;
    for (const Vpc& vpc : adding.design.vpcs)
        if (const Placement* placed = adding.design.placements.find({vpc.id.value}); placed && vpc.region == region) {
            top = std::min(top, placed->y - measure::bandAbove);
            bottom = std::max(bottom, placed->box().bottom() + measure::bandBelow);
        }
    if (top < bottom) adding.box = {adding.box.x, top, adding.box.width, bottom - top};
    return {};
}

/// The zone band under the subnet; beside all bands the next zone comes along, or none where all are drawn.
Id<AvailabilityZone> zoneFor(Adding& adding) {
    const Region& region = *adding.region();
    const int x = adding.box.centre().x;
    for (const AvailabilityZone& zone : adding.design.availabilityZones)
        if (const Placement* band = adding.design.placements.find({zone.id.value}))
            if (zone.region == region.id && band->x <= x && x < band->x + band->width) return zone.id;
    const std::string name = usual::zoneName(adding.design, region);
    if (name.empty()) return {};
    const Id<AvailabilityZone> id{freeId(adding.design, name)};
    adding.design.availabilityZones.put({.id = id, .name = name, .region = region.id});
    adding.boxes.emplace_back(adding.id, adding.box);
    adding.boxes.emplace_back(id.value, adding.box.grown(measure::bandPadding));
    return id;
}

Status addSubnet(Adding& adding) {
    const auto block = usual::subnetBlock(adding.design, *adding.vpc());
    if (!block)
        return fail("The blocks of " + nameOf(adding.design, adding.vpc()->id) +
                    " are full; add one to the VPC first.");
    const Id<Vpc> vpc = adding.vpc()->id;
    const Id<AvailabilityZone> zone = zoneFor(adding);
    adding.design.subnets.put({.id = {adding.id}, .name = adding.id, .vpc = vpc, .zone = zone, .cidr = block});
    return {};
}

Status addInternetGateway(Adding& adding) {
    const Id<Vpc> vpc = adding.vpc()->id;
    if (std::ranges::any_of(adding.design.internetGateways, [&](const auto& row) { return row.vpc == vpc; }))
        return fail(oneOf(adding));
    adding.design.internetGateways.put({.id = {adding.id}, .name = adding.id, .vpc = vpc});
    return {};
}

Status addVpnGateway(Adding& adding) {
    const Id<Vpc> vpc = adding.vpc()->id;
    if (std::ranges::any_of(adding.design.vpnGateways, [&](const auto& row) { return row.vpc == vpc; }))
        return fail(oneOf(adding));
    adding.design.vpnGateways.put({.id = {adding.id}, .name = adding.id, .vpc = vpc});
    return {};
}

Status addEgressOnlyGateway(Adding& adding) {
    adding.design.egressOnlyGateways.put({.id = {adding.id}, .name = adding.id, .vpc = adding.vpc()->id});
    return {};
}

Status addNatGateway(Adding& adding) {
    const Id<ElasticIp> address{freeId(adding.design, "eip-" + adding.id)};
    adding.design.elasticIps.put({.id = address, .name = address.value, .region = adding.region()->id});
    adding.design.natGateways.put({.id = {adding.id},
                                   .name = adding.id,
                                   .vpc = adding.vpc()->id,
                                   .subnet = adding.subnet()->id,
                                   .elasticIps = {address}});
    return {};
}

Status addTransitGateway(Adding& adding) {
    findRegion(adding, true);
    adding.design.transitGateways.put({.id = {adding.id}, .name = adding.id, .region = {adding.frame.value}});
    return {};
}

/// Joins the two VPCs nearest to where it is dropped.
Status addPeering(Adding& adding) {
    const Point at = adding.box.centre();
    std::vector<std::pair<int, Id<Vpc>>> near;
    for (const Vpc& vpc : adding.design.vpcs)
        if (const Placement* placed = adding.design.placements.find({vpc.id.value})) {
            const Box box = placed->box();
            near.emplace_back(
                std::max({box.x - at.x, at.x - box.right(), 0}) + std::max({box.y - at.y, at.y - box.bottom(), 0}),
                vpc.id);
        }
    std::ranges::sort(near);
    if (near.size() < 2) return fail("A peering connection joins two VPCs; draw the second one first.");
    adding.design.peeringConnections.put(
        {.id = {adding.id}, .name = adding.id, .requester = near[0].second, .accepter = near[1].second});
    return {};
}

/// A group of its own for a thing of the VPC; its id is its name, "sg-" and the thing's name.
Id<SecurityGroup> addGroup(Adding& adding, const std::string& name, std::string description,
                           std::vector<SecurityGroupRule> ingress, std::vector<SecurityGroupRule> egress) {
    const Id<SecurityGroup> id{freeId(adding.design, "sg-" + name)};
    adding.design.securityGroups.put({.id = id,
                                      .name = id.value,
                                      .vpc = adding.vpc()->id,
                                      .description = std::move(description),
                                      .ingress = std::move(ingress),
                                      .egress = std::move(egress)});
    return id;
}

bool carriesEndpoints(const Design& design, const Subnet& subnet) {
    return std::ranges::any_of(design.endpoints, [&](const Endpoint& endpoint) {
        return std::ranges::find(endpoint.subnets, subnet.id) != endpoint.subnets.end();
    });
}

/// Where the interfaces of a new endpoint stand: the subnet dropped on, or one subnet in each zone of the VPC, since
/// AWS takes at most one in a zone (FACTS F-012); one where those of other endpoints stand before others.
std::vector<Id<Subnet>> interfaceSubnets(const Adding& adding) {
    if (adding.subnet()) return {adding.subnet()->id};
    std::map<Id<AvailabilityZone>, const Subnet*> byZone;
    for (const Subnet& subnet : adding.design.subnets) {
        if (subnet.vpc != adding.vpc()->id || !subnet.zone || subnet.intent == SubnetIntent::Public) continue;
        const Subnet*& chosen = byZone.try_emplace(subnet.zone, &subnet).first->second;
        if (!carriesEndpoints(adding.design, *chosen) && carriesEndpoints(adding.design, subnet)) chosen = &subnet;
    }
    std::vector<Id<Subnet>> chosen;
    for (const auto& [zone, subnet] : byZone) chosen.push_back(subnet->id);
    return chosen;
}

/// The group lets the VPC in on HTTPS and nothing out: replies need no rule, and the default group would let nobody in
/// but its own members (rules VPE009, SGR018).
Id<SecurityGroup> endpointGroup(Adding& adding, const std::string& name) {
    std::vector<SecurityGroupRule> ingress;
    for (const Cidr& block : adding.vpc()->cidrs)
        ingress.push_back({.protocol = Protocol::tcp(),
                           .ports = PortRange::single(443),
                           .peer = block,
                           .description = "HTTPS from the VPC"});
    return addGroup(adding, name, "Clients of endpoint " + name, std::move(ingress), {});
}

/// A name for a row of this table that none of its rows has yet.
template <class Row>
std::string freeName(const Table<Row>& table, const std::string& base) {
    std::string name = base;
    for (int number = 2; std::ranges::any_of(table, [&](const Row& row) { return row.name == name; }); ++number)
        name = base + "-" + std::to_string(number);
    return name;
}

Status addEndpoint(Adding& adding) {
    Endpoint endpoint{.id = {adding.id}, .vpc = adding.vpc()->id};
    if (adding.variant() == "gateway"sv) {
        endpoint.type = EndpointType::Gateway;
        endpoint.service = usual::endpointService(adding.design, endpoint.vpc, endpoint.type);
        for (const RouteTable& table : adding.design.routeTables)
            if (table.vpc == endpoint.vpc) endpoint.routeTables.push_back(table.id);
    } else if (adding.variant() == "interface"sv) {
        endpoint.service = usual::endpointService(adding.design, endpoint.vpc, endpoint.type);
        endpoint.privateDns = true;
    } else if (adding.variant() == "gwlb"sv) {
        endpoint.type = EndpointType::GatewayLoadBalancer;
    } else if (adding.variant() == "resource"sv) {
        endpoint.type = EndpointType::Resource;
        if (!adding.design.resourceConfigurations.empty())
            endpoint.target = adding.design.resourceConfigurations.begin()->id;
    } else {
        endpoint.type = EndpointType::ServiceNetwork;
        if (!adding.design.serviceNetworks.empty()) endpoint.target = adding.design.serviceNetworks.begin()->id;
    }
    endpoint.name = freeName(adding.design.endpoints,
                             "vpce-" + (endpoint.service.empty() ? std::string(adding.variant()) : endpoint.service));
    if (endpoint.type != EndpointType::Gateway) endpoint.subnets = interfaceSubnets(adding);
    if (endpoint.type == EndpointType::GatewayLoadBalancer) {
        // Exactly one subnet (FACTS F-014) and no group (F-006).
        if (endpoint.subnets.size() > 1) endpoint.subnets.resize(1);
        for (const EndpointService& service : adding.design.endpointServices)
            for (const auto& balancer : service.loadBalancers)
                if (const LoadBalancer* row = adding.design.loadBalancers.find(balancer);
                    row && row->loadBalancerKind == LoadBalancerKind::Gateway)
                    endpoint.target = service.id;
    } else if (endpoint.type != EndpointType::Gateway) {
        endpoint.securityGroups = {endpointGroup(adding, endpoint.name)};
    }
    adding.design.endpoints.put(std::move(endpoint));
    return {};
}

Status addEndpointService(Adding& adding) {
    findRegion(adding, true);
    EndpointService service{.id = {adding.id}, .name = adding.id, .region = {adding.frame.value}};
    for (const LoadBalancer& balancer : adding.design.loadBalancers)
        if (balancer.loadBalancerKind == LoadBalancerKind::Network) {
            service.loadBalancers = {balancer.id};
            break;
        }
    adding.design.endpointServices.put(std::move(service));
    return {};
}

/// A workload's own group: nothing in, everything out, as AWS makes a new group.
Id<SecurityGroup> workloadGroup(Adding& adding) {
    return addGroup(adding, adding.id, "Interfaces of " + adding.id, {},
                    {{.protocol = Protocol::all(),
                      .ports = PortRange{},
                      .peer = Cidr::literal("0.0.0.0/0"),
                      .description = "AWS default"}});
}

Status addWorkload(Adding& adding) {
    struct Habits {
        std::string_view key;
        WorkloadKind kind;
        int port;
    };
    constexpr auto habits = std::to_array<Habits>({{"ec2", WorkloadKind::Ec2, 443},
                                                   {"lambda", WorkloadKind::Lambda, 443},
                                                   {"fargate", WorkloadKind::Fargate, 443},
                                                   {"eks", WorkloadKind::Eks, 443},
                                                   {"rds", WorkloadKind::Rds, 5432},
                                                   {"elasticache", WorkloadKind::ElastiCache, 6379},
                                                   {"workload", WorkloadKind::Generic, 443}});
    const auto* known = std::ranges::find(habits, adding.item.key, &Habits::key);
    Workload workload{.id = {adding.id}, .name = adding.id, .workloadKind = known->kind, .vpc = adding.vpc()->id};
    if (adding.subnet()) workload.subnets = {adding.subnet()->id};
    workload.securityGroups = {workloadGroup(adding)};
    workload.ports = PortRange::single(static_cast<std::uint16_t>(known->port));
    adding.design.workloads.put(std::move(workload));
    return {};
}

Status addLoadBalancer(Adding& adding) {
    LoadBalancer balancer{.id = {adding.id}, .name = adding.id, .vpc = adding.vpc()->id};
    if (adding.subnet()) balancer.subnets = {adding.subnet()->id};
    balancer.securityGroups = {workloadGroup(adding)};
    adding.design.loadBalancers.put(std::move(balancer));
    return {};
}

Status addService(Adding& adding) {
    findRegion(adding, true);
    ServiceResource resource{
        .id = {adding.id}, .name = adding.id, .service = std::string(adding.variant()), .region = {adding.frame.value}};
    // "Other service" starts as a parameter of Systems Manager; the inspector chooses among all.
    if (resource.service.empty()) resource.service = "ssm";
    const Account* account = adding.design.accounts.find(adding.region()->account);
    resource.arn =
        usual::arn(resource.service, resource.name, adding.region()->code, account ? account->number : AccountNumber{});
    if (resource.service == "execute-api") {
        resource.apiType = ApiType::Private;
        resource.apiAuth = ApiAuth::Iam;
    }
    adding.design.resources.put(std::move(resource));
    return {};
}

Status addClient(Adding& adding) {
    const bool users = adding.variant() == "users"sv;
    adding.design.clients.put({.id = {adding.id},
                               .name = users ? "Users" : "Internet",
                               .clientKind = users ? ClientKind::Users : ClientKind::Internet});
    return {};
}

Status addRow(Adding& adding) {
    const std::string_view key = adding.item.key;
    if (key == "region"sv) return addRegion(adding, adding.id, adding.box), Status{};
    if (key == "vpc"sv) return addVpc(adding);
    if (key == "availabilityZone"sv) return addZone(adding);
    if (key == "subnet"sv) return addSubnet(adding);
    if (key == "internetGateway"sv) return addInternetGateway(adding);
    if (key == "natGateway"sv) return addNatGateway(adding);
    if (key == "egressOnlyGateway"sv) return addEgressOnlyGateway(adding);
    if (key == "vpnGateway"sv) return addVpnGateway(adding);
    if (key == "transitGateway"sv) return addTransitGateway(adding);
    if (key == "peering"sv) return addPeering(adding);
    if (key == "endpointService"sv) return addEndpointService(adding);
    if (key == "loadBalancer"sv) return addLoadBalancer(adding);
    if (key == "onPremises"sv)
        return adding.design.onPremisesNetworks.put(
                   {.id = {adding.id}, .name = adding.id, .cidrs = {Cidr::literal("192.168.0.0/16")}}),
               Status{};
    if (key == "note"sv) return adding.design.notes.put({.id = {adding.id}, .text = "Note"}), Status{};
    if (adding.item.section == "Endpoints"sv) return addEndpoint(adding);
    if (adding.item.section == "Workloads"sv) return addWorkload(adding);
    if (adding.item.section == "Services"sv) return addService(adding);
    if (adding.item.section == "Rules and policies"sv) return addUndrawn(adding);
    return addClient(adding);
}

}  // namespace

Edit addThing(std::string item, std::string id, AnyId frame, Point centre) {
    const PaletteItem* known = paletteItem(item);
    return Edit("Add " + std::string(known ? known->noun : item), [=](Design& design) -> Status {
        if (!known) return fail("The palette has no \"" + item + "\".");
        if (id.empty() || contains(design, AnyId(id)))
            return fail("\"" + id + "\" is taken; a new thing needs an id of its own.");
        std::vector<AnyId> frames;
        for (AnyId at = frame; at; at = standpointOf(design, at).frame) frames.push_back(at);
        const Result<AnyId> fitting = frameFor(design, *known, frames);
        if (!fitting) return tl::unexpected<Error>(fitting.error());
        Adding adding{design,
                      *known,
                      id,
                      *fitting,
                      {centre.x - known->width / 2, centre.y - known->height / 2, known->width, known->height}};
        if (const Status added = addRow(adding); !added) return added;
        if (known->width > 0 &&
            std::ranges::find(adding.boxes, id, &std::pair<std::string, Box>::first) == adding.boxes.end())
            adding.boxes.emplace_back(id, adding.box);
        Settler settler(design);
        for (const auto& [thing, box] : adding.boxes) settler.place(thing, box);
        settler.finish();
        return {};
    });
}

}  // namespace gw::edits
