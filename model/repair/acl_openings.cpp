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

/// Puts the entry in front of the first that denies some of it, or behind all; false where denials had to go for that.
bool insert(std::vector<NetworkAclEntry>& entries, NetworkAclEntry entry) {
    std::set<int> taken;
    int before = 0;
    for (const NetworkAclEntry& each : entries) {
        taken.insert(each.number);
        if (denies(each, entry) && (before == 0 || each.number < before)) before = each.number;
    }
    int number = before > 0 ? before - 1 : std::min((taken.empty() ? 0 : *taken.rbegin() / 10 * 10) + 10, lastNumber);
    while (number > 0 && taken.contains(number)) --number;
    const bool fits = number > 0;
    if (!fits) {
        std::erase_if(entries, [&](const NetworkAclEntry& each) { return denies(each, entry); });
        number = before;
    }
    entry.number = number;
    entries.push_back(std::move(entry));
    return fits;
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

AclOpened opened(const NetworkAcl& acl, std::span<const AclOpening> openings) {
    AclOpened done;
    for (const Direction direction : {Direction::Out, Direction::In}) {
        std::vector<NetworkAclEntry> entries = direction == Direction::Out ? acl.egress : acl.ingress;
        for (const AclOpening& opening : openings)
            if (opening.direction == direction && !insert(entries, opening.entry)) done.removesDenials = true;
        if (std::ranges::any_of(openings, [&](const AclOpening& each) { return each.direction == direction; }))
            done.steps.push_back(edits::setAclEntries(acl.id, direction, std::move(entries)));
    }
    return done;
}

}  // namespace gw
