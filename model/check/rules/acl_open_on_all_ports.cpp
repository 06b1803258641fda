#include <algorithm>

#include "model/check/acl_entries.h"
#include "model/check/needs.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

/// Networks that are not the internet (RFC 1918).
const std::vector<Cidr>& privateNetworks() {
    static const std::vector<Cidr> blocks{Cidr::literal("10.0.0.0/8"), Cidr::literal("172.16.0.0/12"),
                                          Cidr::literal("192.168.0.0/16")};
    return blocks;
}

bool isWide(const NetworkAclEntry& entry) {
    return entry.action == AclAction::Allow && entry.cidr.prefix() == 0 && entry.protocol.covers(Protocol::tcp()) &&
           (entry.protocol.isAll() || entry.ports.isAll());
}

bool standsIn(const std::vector<Id<Subnet>>& subnets, const NetworkAcl& acl) {
    return std::ranges::any_of(subnets, [&](const Id<Subnet>& id) { return std::ranges::count(acl.subnets, id) > 0; });
}

/// Ports below those of replies that clients outside call behind the ACL.
std::vector<PortRange> portsCalled(const Facts& facts, const NetworkAcl& acl) {
    std::vector<PortRange> called;
    const auto add = [&](PortRange ports) {
        if (!ephemeralPorts.contains(ports) && std::ranges::count(called, ports) == 0) called.push_back(ports);
    };
    for (const Client& client : facts.design().clients)
        for (const Flow* flow : facts.network().flowsFrom(client.id)) {
            if (!isWanted(*flow)) continue;
            if (const Workload* workload = find(facts.design(), Id<Workload>{flow->to.value});
                workload && standsIn(workload->subnets, acl))
                add(flow->port.value_or(workload->ports));
            if (const LoadBalancer* balancer = find(facts.design(), Id<LoadBalancer>{flow->to.value});
                balancer && standsIn(balancer->subnets, acl))
                for (const Listener& listener : balancer->listeners) add(flow->port.value_or(listener.port));
        }
    return called;
}

/// What takes the place of an entry for everything.
std::vector<NetworkAclEntry> narrowed(const Facts& facts, const NetworkAcl& acl, const NetworkAclEntry& wide) {
    std::vector<NetworkAclEntry> entries;
    const auto allow = [&](Protocol protocol, PortRange ports, const Cidr& block) {
        entries.push_back({.protocol = protocol, .ports = ports, .cidr = block});
    };
    const Vpc* vpc = find(facts.design(), acl.vpc);
    std::vector<Cidr> own = wide.cidr.isV4() ? privateNetworks() : std::vector<Cidr>{};
    if (vpc)
        for (const Cidr& block : wide.cidr.isV4() ? vpc->cidrs : vpc->ipv6Cidrs)
            if (std::ranges::none_of(own, [&](const Cidr& other) { return other.contains(block); }))
                own.push_back(block);
    for (const Cidr& block : own) allow(wide.protocol, PortRange{}, block);
    for (const PortRange& ports : portsCalled(facts, acl)) allow(Protocol::tcp(), ports, wide.cidr);
    for (const Protocol protocol : {Protocol::tcp(), Protocol::udp()})
        if (wide.protocol.covers(protocol)) allow(protocol, ephemeralPorts, wide.cidr);
    return entries;
}

std::vector<Fix> fixesOf(const Facts& facts, const NetworkAcl& acl) {
    std::vector<NetworkAclEntry> entries;
    bool isNarrowed = false;
    for (const NetworkAclEntry* entry : facts.network().entriesOf(acl, false)) {
        if (!isWide(*entry)) {
            entries.push_back(*entry);
            continue;
        }
        isNarrowed = true;
        for (NetworkAclEntry& narrow : narrowed(facts, acl, *entry)) entries.push_back(std::move(narrow));
    }
    if (!isNarrowed) return {};
    int number = 0;
    for (NetworkAclEntry& entry : entries) entry.number = number += 10;
    return {reviewedFix("Let the internet in to " + facts.name(acl.id) + " on the ports that are called",
                        edits::setAclEntries(acl.id, Direction::In, std::move(entries)))};
}

void lookAt(const Facts& facts, const NetworkAcl& acl, std::vector<Finding>& found) {
    if (!facesInternet(facts, acl)) return;
    for (const IpFamily family : {IpFamily::V4, IpFamily::V6}) {
        const PacketSet everything = packetsOfInternet(family, PortRange{});
        const auto entries = facts.network().entriesOf(acl, false);
        if (!allowedBy(entries, Protocol::tcp(), family, everything).contains(everything)) continue;
        found.push_back({acl.id, facts.name(acl.id) + " lets the whole internet in on every port.", Severity::Warning,
                         fixesOf(facts, acl)});
        break;
    }
}

}  // namespace

extern const Rule aclOpenOnAllPorts = {
    .code = "ACL012",
    .name = "acl-open-on-all-ports",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "A network ACL of your own lets the internet in on chosen ports",
    .why =
        "Whoever writes a network ACL for a public subnet wants a second fence behind security groups. One "
        "that lets the internet in on every port is no fence.",
    .howToFix = "Allow everything from your own networks, the ports that clients call, and 1024-65535 for replies.",
    .source =
        "Amazon VPC User Guide, Network ACLs (F-258, F-263); checks of checkov, trivy and prowler for the "
        "same",
    .check = each<&Design::networkAcls, lookAt>(),
};

}  // namespace gw::rules
