#include <algorithm>
#include <array>

#include "model/check/acl_entries.h"
#include "model/check/needs.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

constexpr std::array<std::uint16_t, 2> administration{22, 3389};

/// Entries as they are asked for a port, without those that let replies in: these open high ports to calls as well, for
/// lack of state, and AWS advises them (FACTS F-263).
std::vector<const NetworkAclEntry*> entriesFor(const Facts& facts, const NetworkAcl& acl) {
    std::vector<const NetworkAclEntry*> entries;
    for (const NetworkAclEntry* entry : facts.network().entriesOf(acl, false))
        if (entry->action == AclAction::Deny || !isForReplies(*entry)) entries.push_back(entry);
    return entries;
}

bool isOpen(const std::vector<const NetworkAclEntry*>& entries, std::uint16_t port, IpFamily family) {
    const PacketSet calls = packetsOfInternet(family, PortRange::single(port));
    return allowedBy(entries, Protocol::tcp(), family, calls).contains(calls);
}

/// Whether somebody inside calls the port behind the ACL.
bool isCalledInside(const Facts& facts, const NetworkAcl& acl, std::uint16_t port) {
    const auto standsBehind = [&](const Workload* workload) {
        return std::ranges::any_of(workload->subnets,
                                   [&](const Id<Subnet>& id) { return std::ranges::count(acl.subnets, id) > 0; });
    };
    return std::ranges::any_of(facts.network().workloadsOf(acl.vpc), [&](const Workload* workload) {
        return standsBehind(workload) &&
               std::ranges::any_of(facts.network().flowsTo(workload->id), [&](const Flow* flow) {
                   return isWanted(*flow) && !find(facts.design(), Id<Client>{flow->from.value}) &&
                          flow->port.value_or(workload->ports).contains(port);
               });
    });
}

/// The deny, before the first entry that lets the port in, and before it what is called from inside the VPC.
std::vector<Fix> fixesOf(const Facts& facts, const NetworkAcl& acl, const std::vector<const NetworkAclEntry*>& entries,
                         std::uint16_t port, IpFamily family) {
    const auto first = std::ranges::find_if(entries, [&](const NetworkAclEntry* entry) {
        return entry->action == AclAction::Allow && entry->cidr.family() == family && entry->cidr.prefix() < 8 &&
               packetsOf(*entry)[CalledPort].contains(spanOf(PortRange::single(port)));
    });
    if (first == entries.end()) return {};
    std::vector<int> taken = numbersOf(acl, Direction::In);
    std::vector<Edit> steps;
    int before = (*first)->number;
    const auto insert = [&](AclAction action, const Cidr& block) {
        before = freeNumberBefore(before, taken);
        taken.push_back(before);
        steps.push_back(edits::addAclEntry(acl.id, Direction::In,
                                           {.number = before,
                                            .action = action,
                                            .protocol = Protocol::tcp(),
                                            .ports = PortRange::single(port),
                                            .cidr = block}));
    };
    insert(AclAction::Deny, (*first)->cidr.prefix() == 0 ? (*first)->cidr : Cidr::of({family, 0}, 0));
    const Vpc* vpc = find(facts.design(), acl.vpc);
    if (vpc && isCalledInside(facts, acl, port))
        for (const Cidr& block : family == IpFamily::V4 ? vpc->cidrs : vpc->ipv6Cidrs) insert(AclAction::Allow, block);
    if (before == 0) return {};
    return {
        reviewedFix("Deny port " + std::to_string(port) + " in " + facts.name(acl.id), inOrder({}, std::move(steps)))};
}

void lookAt(const Facts& facts, const NetworkAcl& acl, std::vector<Finding>& found) {
    if (!facesInternet(facts, acl)) return;
    const auto entries = entriesFor(facts, acl);
    for (const std::uint16_t port : administration)
        for (const IpFamily family : {IpFamily::V4, IpFamily::V6})
            if (isOpen(entries, port, family))
                found.push_back({acl.id,
                                 facts.name(acl.id) + " lets the whole internet in on port " + std::to_string(port) +
                                     (family == IpFamily::V6 ? " over IPv6." : "."),
                                 Severity::Warning, fixesOf(facts, acl, entries, port, family)});
}

}  // namespace

extern const Rule aclAdmitsAdministration = {
    .code = "ACL013",
    .name = "acl-admits-administration",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "Network ACLs keep SSH and RDP of the internet out",
    .why =
        "A network ACL of a public subnet that lets SSH or RDP in from everywhere leaves one mistake in a "
        "security group between the internet and a login.",
    .howToFix = "Deny the ports before they are allowed; Session Manager needs no inbound port.",
    .source = "AWS Security Hub EC2.21; AWS Config nacl-no-unrestricted-ssh-rdp (F-259)",
    .check = each<&Design::networkAcls, lookAt>(),
};

}  // namespace gw::rules
