#include "model/repair/acl_openings.h"

#include <algorithm>
#include <set>

namespace gw {
namespace {

constexpr int lastNumber = 32766;  // FACTS F-258

bool isReply(AclPass pass) {
    return pass == AclPass::ReplyIn || pass == AclPass::ReplyOut;
}

/// Whether the subnet that the ACL guards is the caller's.
bool isAtCaller(AclPass pass) {
    return pass == AclPass::CallOut || pass == AclPass::ReplyIn;
}

std::vector<PortRange> portsOf(const Situation& situation, AclPass pass) {
    if (!situation.flow.protocol.hasPorts()) return {PortRange{}};
    // Replies go to any port from 1024 on (FACTS F-263).
    return isReply(pass) ? std::vector{PortRange{1024, 65535}} : situation.ports;
}

bool passes(const Situation& situation, const Subnet& near, const Cidr& far, AclPass pass) {
    const auto& block = far.isV4() ? near.cidr : near.ipv6Cidr;
    if (!block) return true;
    End own;
    own.subnet = &near;
    own.addresses = {spanOf(*block)};
    End other;
    other.addresses = {spanOf(far)};
    const Pair pair{isAtCaller(pass) ? own : other, isAtCaller(pass) ? other : own};
    const Call call{situation.flow.protocol, far.family(), situation.ports};
    return judgeAcl(situation.network, near, pass, call, pair, packetsOf(call, pair.source, pair.target)).outcome ==
           Outcome::Passed;
}

/// The blocks at the other end.
std::vector<Cidr> farBlocks(const Situation& situation, AclPass pass) {
    if (!isAtCaller(pass)) return situation.callerBlocks();
    if (situation.targetSubnets.empty()) return {Cidr::literal("0.0.0.0/0")};
    return situation.blocksOf(situation.targetSubnets);
}

bool denies(const NetworkAclEntry& each, const NetworkAclEntry& wanted) {
    return each.action == AclAction::Deny && each.protocol.covers(wanted.protocol) && each.cidr.overlaps(wanted.cidr) &&
           (!wanted.protocol.hasPorts() || each.ports.overlaps(wanted.ports));
}

int lastOf(const std::vector<NetworkAclEntry>& entries) {
    int last = 0;
    for (const NetworkAclEntry& each : entries) last = std::max(last, each.number);
    return last;
}

/// The same order with room for one more between any two; as it is where there are too many for that. AWS allows some
/// tens of entries (FACTS F-258).
void spread(std::vector<NetworkAclEntry>& entries) {
    const int step = std::min(10, (lastNumber - 1) / static_cast<int>(entries.size() + 1));
    if (step < 2) return;
    std::ranges::stable_sort(entries, {}, &NetworkAclEntry::number);
    int number = 0;
    for (NetworkAclEntry& each : entries) each.number = number += step;
}

/// Puts the entry in front of the first that denies some of it, or behind all. Entries that leave no number free there
/// are numbered anew.
void insert(std::vector<NetworkAclEntry>& entries, NetworkAclEntry entry) {
    const auto numberFor = [&] {
        int before = 0;
        std::set<int> taken;
        for (const NetworkAclEntry& each : entries) {
            taken.insert(each.number);
            if (denies(each, entry) && (before == 0 || each.number < before)) before = each.number;
        }
        // Behind all stands what nothing denies; in tens, as people number them.
        const int last = lastOf(entries);
        int number = before > 0 ? before - 1 : std::min(last / 10 * 10 + 10, lastNumber);
        while (number > 0 && taken.contains(number)) --number;
        return number;
    };
    entry.number = numberFor();
    if (entry.number == 0) {
        spread(entries);
        entry.number = numberFor();
    }
    entries.push_back(std::move(entry));
}

}  // namespace

std::vector<AclOpening> aclOpenings(const Situation& situation, const NetworkAcl& acl, AclPass pass) {
    const Direction direction = pass == AclPass::CallOut || pass == AclPass::ReplyOut ? Direction::Out : Direction::In;
    std::vector<AclOpening> openings;
    for (const Subnet* subnet : isAtCaller(pass) ? situation.callerSubnets : situation.targetSubnets) {
        if (situation.network.networkAclOf(*subnet) != &acl) continue;
        for (const Cidr& block : farBlocks(situation, pass)) {
            if (passes(situation, *subnet, block, pass)) continue;
            for (const PortRange& ports : portsOf(situation, pass)) {
                AclOpening each{direction, {.protocol = situation.flow.protocol, .ports = ports, .cidr = block}};
                if (std::ranges::find(openings, each) == openings.end()) openings.push_back(std::move(each));
            }
        }
    }
    return openings;
}

std::vector<Edit> opened(const NetworkAcl& acl, std::span<const AclOpening> openings) {
    std::vector<Edit> steps;
    for (const Direction direction : {Direction::Out, Direction::In}) {
        std::vector<NetworkAclEntry> entries = direction == Direction::Out ? acl.egress : acl.ingress;
        for (const AclOpening& opening : openings)
            if (opening.direction == direction) insert(entries, opening.entry);
        if (std::ranges::any_of(openings, [&](const AclOpening& each) { return each.direction == direction; }))
            steps.push_back(edits::setAclEntries(acl.id, direction, std::move(entries)));
    }
    return steps;
}

}  // namespace gw
