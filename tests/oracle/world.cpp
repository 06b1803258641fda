#include "tests/oracle/world.h"

#include <algorithm>

namespace gw::oracle {

std::string World::regionOf(const Id<Vpc>& vpc) const {
    const Vpc* row = find(d_, vpc);
    const Region* region = row ? find(d_, row->region) : nullptr;
    return region ? region->code : "";
}

bool World::portFits(const Protocol& protocol, const PortRange& ports, int port) const {
    if (protocol.number == -1) return true;
    return protocol.number == 6 && ports.from <= port && port <= ports.to;
}

Nic World::nicAt(const Subnet& subnet, std::vector<Id<SecurityGroup>> groups, bool publicIp) const {
    Nic nic{&subnet, std::move(groups), false, publicIp};
    if (!nic.groups.empty()) return nic;
    for (const SecurityGroup& group : d_.securityGroups)
        if (group.isDefault && group.vpc == subnet.vpc && nic.groups.empty()) nic.groups = {group.id};
    nic.defaultGroupNotDrawn = nic.groups.empty();
    return nic;
}

bool World::groupsPass(const Nic& own, const Nic* other, const Packet& packet, bool inbound, bool sees) const {
    if (!own.filtered) return true;
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
            if (other && sees)
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

namespace {

void cut(std::set<Bits128>& cuts, const Cidr& block, const Cidr& by) {
    if (by.family() != block.family()) return;
    for (const Bits128 at : {by.first().bits, by.last().bits + 1})
        if (block.first().bits < at && at <= block.last().bits) cuts.insert(at);
}

}  // namespace

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
    for (const Vpc& vpc : d_.vpcs)
        for (const auto* blocks : {&vpc.cidrs, &vpc.ipv6Cidrs})
            for (const Cidr& by : *blocks) cut(cuts, block, by);
    for (const OnPremisesNetwork& office : d_.onPremisesNetworks)
        for (const Cidr& by : office.cidrs) cut(cuts, block, by);
    for (const TransitGatewayRouteTable& table : d_.transitGatewayRouteTables)
        for (const TransitGatewayRoute& route : table.routes) cut(cuts, block, route.destination);
    for (const VpnConnection& line : d_.vpnConnections)
        for (const Cidr& by : line.staticRoutes) cut(cuts, block, by);
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

bool World::isTableInDoubt(const Subnet& subnet) const {
    int own = 0;
    int mains = 0;
    for (const RouteTable& table : d_.routeTables) {
        own += std::ranges::find(table.subnets, subnet.id) != table.subnets.end() ? 1 : 0;
        mains += table.isMain && table.vpc == subnet.vpc ? 1 : 0;
    }
    return own > 1 || (own == 0 && mains > 1);
}

}  // namespace gw::oracle
