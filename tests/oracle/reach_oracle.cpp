#include "tests/oracle/reach_oracle.h"

#include <algorithm>
#include <vector>

namespace gw::oracle {
namespace {

struct Packet {
    IpAddress from{};
    IpAddress to{};
    int called = 443;
    int replyPort = 1024;
    std::string service{};  ///< the AWS service that `to` belongs to
    std::string region{};
};

/// A network interface: where it stands and what filters it.
struct Nic {
    const Subnet* subnet = nullptr;
    std::vector<Id<SecurityGroup>> groups{};
    bool defaultGroupNotDrawn = false;
    bool publicIp = false;
};

class World {
public:
    explicit World(const Design& design) : d_(design) {}

    std::set<Fate> fates(const Flow& flow);

private:
    std::string regionOf(const Id<Vpc>& vpc) const {
        const Vpc* row = find(d_, vpc);
        const Region* region = row ? find(d_, row->region) : nullptr;
        return region ? region->code : "";
    }
    bool portFits(const Protocol& protocol, const PortRange& ports, int port) const {
        if (protocol.number == -1) return true;
        return protocol.number == 6 && ports.from <= port && port <= ports.to;
    }
    Nic nicAt(const Subnet& subnet, std::vector<Id<SecurityGroup>> groups, bool publicIp) const;
    bool groupsPass(const Nic& own, const Nic* other, const Packet& packet, bool inbound) const;
    bool aclPasses(const Subnet& subnet, const IpAddress& far, int port, bool outbound) const;
    std::vector<IpAddress> addressClasses(const Cidr& block) const;
    std::vector<IpAddress> publicClasses() const;
    std::vector<int> portClasses() const;
    const RouteTable* tableOf(const Subnet& subnet) const;
    Fate route(const Subnet& subnet, bool publicIp, const Nic* target, const Packet& packet, int depth) const;
    Fate whole(const Nic& source, const Nic* target, const Packet& packet) const;
    bool privateName(const Endpoint& endpoint, const ServiceResource& resource, const Vpc& vpc) const;

    const Design& d_;
};

Nic World::nicAt(const Subnet& subnet, std::vector<Id<SecurityGroup>> groups, bool publicIp) const {
    Nic nic{&subnet, std::move(groups), false, publicIp};
    if (!nic.groups.empty()) return nic;
    for (const SecurityGroup& group : d_.securityGroups)
        if (group.isDefault && group.vpc == subnet.vpc && nic.groups.empty()) nic.groups = {group.id};
    nic.defaultGroupNotDrawn = nic.groups.empty();
    return nic;
}

bool World::groupsPass(const Nic& own, const Nic* other, const Packet& packet, bool inbound) const {
    if (own.defaultGroupNotDrawn)
        return !inbound || (other && other->defaultGroupNotDrawn && other->subnet->vpc == own.subnet->vpc);
    const IpAddress& far = inbound ? packet.from : packet.to;
    for (const auto& id : own.groups) {
        const SecurityGroup* group = find(d_, id);
        if (!group) continue;
        for (const SecurityGroupRule& rule : inbound ? group->ingress : group->egress) {
            if (!portFits(rule.protocol, rule.ports, packet.called)) continue;
            if (const Cidr* block = std::get_if<Cidr>(&rule.peer)) {
                if (block->contains(far)) return true;
                continue;
            }
            const std::string& peer = std::get<1>(rule.peer).value;
            if (other)
                for (const auto& each : other->groups)
                    if (each.value == peer) return true;
            const PrefixList* list = find(d_, Id<PrefixList>{peer});
            if (!list) continue;
            const Region* region = find(d_, list->region);
            if (!inbound && !list->service.empty() && list->service == packet.service &&
                (!region || region->code == packet.region))
                return true;
            for (const Cidr& block : list->entries)
                if (block.contains(far)) return true;
        }
    }
    return false;
}

bool World::aclPasses(const Subnet& subnet, const IpAddress& far, int port, bool outbound) const {
    const NetworkAcl* found = nullptr;
    for (const NetworkAcl& acl : d_.networkAcls)
        for (const auto& id : acl.subnets)
            if (id == subnet.id && !found) found = &acl;
    for (const NetworkAcl& acl : d_.networkAcls)
        if (!found && acl.isDefault && acl.vpc == subnet.vpc) found = &acl;
    if (!found) return true;
    const auto& entries = outbound ? found->egress : found->ingress;
    const NetworkAclEntry* first = nullptr;
    for (const NetworkAclEntry& entry : entries)
        if (portFits(entry.protocol, entry.ports, port) && entry.cidr.contains(far) &&
            (!first || entry.number < first->number))
            first = &entry;
    return first && first->action == AclAction::Allow;
}

void cut(std::set<Bits128>& cuts, const Cidr& block, const Cidr& by) {
    if (by.family() != block.family()) return;
    for (const Bits128 at : {by.first().bits, by.last().bits + 1})
        if (block.first().bits < at && at <= block.last().bits) cuts.insert(at);
}

std::vector<IpAddress> World::addressClasses(const Cidr& block) const {
    std::set<Bits128> cuts{block.first().bits};
    for (const SecurityGroup& group : d_.securityGroups)
        for (const auto* rules : {&group.ingress, &group.egress})
            for (const SecurityGroupRule& rule : *rules)
                if (const Cidr* by = std::get_if<Cidr>(&rule.peer)) cut(cuts, block, *by);
    for (const NetworkAcl& acl : d_.networkAcls)
        for (const auto* entries : {&acl.ingress, &acl.egress})
            for (const NetworkAclEntry& entry : *entries) cut(cuts, block, entry.cidr);
    for (const RouteTable& table : d_.routeTables)
        for (const Route& route : table.routes)
            if (const Cidr* by = std::get_if<Cidr>(&route.destination)) cut(cuts, block, *by);
    for (const PrefixList& list : d_.prefixLists)
        for (const Cidr& by : list.entries) cut(cuts, block, by);
    std::vector<IpAddress> classes;
    for (const Bits128 at : cuts) classes.push_back({block.family(), at});
    return classes;
}

std::vector<IpAddress> World::publicClasses() const {
    std::vector<IpAddress> classes;
    for (const IpAddress& each : addressClasses(Cidr::literal("0.0.0.0/0"))) {
        const bool isPrivate = std::ranges::any_of(
            std::initializer_list<const char*>{"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
                                               "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3"},
            [&](const char* block) { return Cidr::literal(block).contains(each); });
        if (!isPrivate) classes.push_back(each);
    }
    classes.push_back(IpAddress::parse("52.216.1.1").value());
    return classes;
}

std::vector<int> World::portClasses() const {
    std::set<int> cuts{1024};
    for (const NetworkAcl& acl : d_.networkAcls)
        for (const auto* entries : {&acl.ingress, &acl.egress})
            for (const NetworkAclEntry& entry : *entries)
                for (const int at : {int{entry.ports.from}, entry.ports.to + 1})
                    if (1024 < at && at <= 65535) cuts.insert(at);
    return {cuts.begin(), cuts.end()};
}

const RouteTable* World::tableOf(const Subnet& subnet) const {
    for (const RouteTable& table : d_.routeTables)
        for (const auto& id : table.subnets)
            if (id == subnet.id) return &table;
    for (const RouteTable& table : d_.routeTables)
        if (table.isMain && table.vpc == subnet.vpc) return &table;
    return nullptr;
}

/// Where the packet goes from the subnet on, up to its target or the border of the VPC.
Fate World::route(const Subnet& subnet, bool publicIp, const Nic* target, const Packet& packet, int depth) const {
    if (depth > 3) return Fate::Blocked;
    const Vpc* vpc = find(d_, subnet.vpc);
    const RouteTable* table = tableOf(subnet);
    int best = -1;
    int rank = 9;
    std::string next;
    bool blackhole = false;
    const auto offer = [&](int prefix, int order, const std::string& to, bool dead) {
        if (prefix < best || (prefix == best && order >= rank)) return;
        best = prefix;
        rank = order;
        next = to;
        blackhole = dead;
    };
    for (const Cidr& block : vpc->cidrs)
        if (block.contains(packet.to)) offer(block.prefix(), 0, "local", false);
    if (table) {
        if (!table->propagatingGateways.empty()) return Fate::NotModelled;
        for (const Route& each : table->routes) {
            const Cidr* block = std::get_if<Cidr>(&each.destination);
            if (!block) return Fate::NotModelled;
            if (!block->contains(packet.to)) continue;
            // A narrow route to public addresses: whether the service uses them is not known.
            if (!packet.service.empty() && block->prefix() > 1) return Fate::NotModelled;
            offer(block->prefix(), each.propagated ? 3 : 1, each.target.value, each.state == RouteState::Blackhole);
        }
        for (const Endpoint& endpoint : d_.endpoints)
            if (depth == 0 &&
                (packet.service == "s3" || packet.service == "dynamodb" || packet.service == "s3express") &&
                endpoint.type == EndpointType::Gateway && endpoint.vpc == subnet.vpc &&
                endpoint.service == packet.service && endpoint.state == EndpointState::Available &&
                endpoint.ipAddressType != IpAddressType::Ipv6 &&
                std::ranges::find(endpoint.routeTables, table->id) != endpoint.routeTables.end() &&
                packet.region == regionOf(subnet.vpc)) {
                if (vpc->dnsServers.empty() && !vpc->dnsHostnames) return Fate::NotModelled;
                return Fate::Gateway;
            }
    }
    if (best < 0 || blackhole) return Fate::Blocked;
    if (next == "local") return target && target->subnet->vpc == subnet.vpc ? Fate::Interface : Fate::Blocked;
    if (const InternetGateway* gateway = find(d_, Id<InternetGateway>{next}))
        return gateway->vpc == subnet.vpc && publicIp && !target ? Fate::Public : Fate::Blocked;
    if (const NatGateway* nat = find(d_, Id<NatGateway>{next})) {
        if (nat->vpc != subnet.vpc || nat->connectivity == NatConnectivity::Private) return Fate::Blocked;
        if (nat->availability == NatAvailability::Regional) {
            const bool exit =
                std::ranges::any_of(d_.internetGateways, [&](const InternetGateway& g) { return g.vpc == nat->vpc; });
            return exit && !target ? Fate::Public : Fate::Blocked;
        }
        const Subnet* home = find(d_, nat->subnet);
        if (!home || nat->elasticIps.empty() || !home->cidr) return Fate::Blocked;
        if (home->id != subnet.id && (!aclPasses(*home, packet.from, packet.called, false) ||
                                      !aclPasses(*home, packet.from, packet.replyPort, true)))
            return Fate::Blocked;
        if (!aclPasses(*home, packet.to, packet.called, true)) return Fate::Blocked;
        for (const int port : portClasses())
            if (!aclPasses(*home, packet.to, port, false)) return Fate::NotModelled;
        return route(*home, true, target, packet, depth + 1);
    }
    return next.empty() ? Fate::Blocked : Fate::NotModelled;
}

Fate World::whole(const Nic& source, const Nic* target, const Packet& packet) const {
    const Fate fate = route(*source.subnet, source.publicIp, target, packet, 0);
    if (fate == Fate::NotModelled || fate == Fate::Blocked) return fate;
    if (!groupsPass(source, target, packet, false)) return Fate::Blocked;
    const bool together = target && target->subnet->id == source.subnet->id;
    if (!together && (!aclPasses(*source.subnet, packet.to, packet.called, true) ||
                      !aclPasses(*source.subnet, packet.to, packet.replyPort, false)))
        return Fate::Blocked;
    if (target && !together &&
        (!aclPasses(*target->subnet, packet.from, packet.called, false) ||
         !aclPasses(*target->subnet, packet.from, packet.replyPort, true)))
        return Fate::Blocked;
    if (target && !groupsPass(*target, &source, packet, true)) return Fate::Blocked;
    return fate;
}

bool World::privateName(const Endpoint& endpoint, const ServiceResource& resource, const Vpc& vpc) const {
    return endpoint.type == EndpointType::Interface && endpoint.vpc == vpc.id && endpoint.service == resource.service &&
           endpoint.serviceRegion.empty() && endpoint.privateDns && !endpoint.privateDnsOnlyForInboundResolver &&
           endpoint.state == EndpointState::Available && vpc.dnsHostnames && !resource.service.starts_with("dynamodb");
}

std::set<Fate> World::fates(const Flow& flow) {
    const Workload* caller = find(d_, Id<Workload>{flow.from.value});
    const ServiceResource* resource = find(d_, Id<ServiceResource>{flow.to.value});
    const Workload* peer = find(d_, Id<Workload>{flow.to.value});
    if (!caller || (!resource && !peer) || flow.hostStyle != HostStyle::Regional || flow.protocol != Protocol::tcp())
        return {Fate::NotModelled};
    std::vector<Nic> sources;
    for (const auto& id : caller->subnets)
        if (const Subnet* subnet = find(d_, id)) {
            const bool instance = caller->workloadKind == WorkloadKind::Ec2 ||
                                  caller->workloadKind == WorkloadKind::Eks ||
                                  caller->workloadKind == WorkloadKind::Generic;
            const bool own = caller->publicIp || !caller->elasticIps.empty() || (instance && subnet->mapPublicIp);
            sources.push_back(
                nicAt(*subnet, caller->securityGroups, own && caller->workloadKind != WorkloadKind::Lambda));
        }
    if (sources.empty() || caller->privateIp || (peer && peer->privateIp)) return {Fate::NotModelled};
    const Vpc* vpc = find(d_, sources.front().subnet->vpc);
    for (const Nic& nic : sources)
        if (!nic.subnet->cidr || nic.subnet->vpc != vpc->id) return {Fate::NotModelled};
    if (resource && (!vpc->dnsServers.empty() || !d_.resolverRules.empty() || !d_.hostedZones.empty()))
        return {Fate::NotModelled};
    if (resource && !vpc->dnsSupport) return {Fate::Blocked};
    if (resource && (resource->service == "execute-api" || resource->service == "appsync-api"))
        return {Fate::NotModelled};

    Packet packet;
    std::vector<Nic> targets;
    if (peer) {
        packet.called = peer->ports.from;
        if (peer->ports.from != peer->ports.to) return {Fate::NotModelled};
        for (const auto& id : peer->subnets)
            if (const Subnet* subnet = find(d_, id)) targets.push_back(nicAt(*subnet, peer->securityGroups, false));
    } else {
        const Region* region = find(d_, resource->region);
        packet.service = resource->service;
        packet.region = region ? region->code : regionOf(vpc->id);
        const Endpoint* named = nullptr;
        for (const Endpoint& endpoint : d_.endpoints)
            if (!named && privateName(endpoint, *resource, *vpc) && packet.region == regionOf(vpc->id))
                named = &endpoint;
        if (named) {
            if (named->ipAddressType == IpAddressType::Ipv6) return {Fate::NotModelled};
            packet.service.clear();
            for (const auto& id : named->subnets)
                if (const Subnet* subnet = find(d_, id))
                    targets.push_back(nicAt(*subnet, named->securityGroups, false));
        }
        for (const PrefixList& list : d_.prefixLists)
            if (list.service == resource->service && !list.entries.empty()) return {Fate::NotModelled};
    }
    if (flow.port) {
        if (flow.port->from != flow.port->to) return {Fate::NotModelled};
        packet.called = flow.port->from;
    }
    const bool outside = resource && targets.empty();
    if (!outside && (targets.empty() || std::ranges::any_of(targets, [](const Nic& nic) { return !nic.subnet->cidr; })))
        return {Fate::NotModelled};

    std::set<Fate> fates;
    for (const Nic& source : sources)
        for (const IpAddress& from : addressClasses(*source.subnet->cidr))
            for (const int port : portClasses()) {
                packet.from = from;
                packet.replyPort = port;
                if (outside)
                    for (const IpAddress& to : publicClasses()) {
                        packet.to = to;
                        fates.insert(whole(source, nullptr, packet));
                    }
                for (const Nic& target : targets)
                    for (const IpAddress& to : addressClasses(*target.subnet->cidr)) {
                        packet.to = to;
                        fates.insert(whole(source, &target, packet));
                    }
            }
    return fates;
}

}  // namespace

std::set<Fate> fatesOf(const Design& design, const Flow& flow) {
    return World(design).fates(flow);
}

}  // namespace gw::oracle
