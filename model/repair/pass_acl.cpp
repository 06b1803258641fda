#include <algorithm>
#include <optional>
#include <set>

#include "model/reach/filters.h"
#include "model/repair/situation.h"

namespace gw {
namespace {

constexpr int lastNumber = 32766;  // FACTS F-258

/// An entry that should be there, and the subnet for whose sake.
struct Missing {
    AclPass pass = AclPass::CallOut;
    PortRange ports{};
    Cidr far{};
    bool operator==(const Missing&) const = default;
};

bool isOutbound(AclPass pass) {
    return pass == AclPass::CallOut || pass == AclPass::ReplyOut;
}

/// Finds what an ACL lacks for a call, and adds it in front of what denies it.
class Entries {
public:
    Entries(const Situation& situation, const NetworkAcl& acl) : situation_(situation), acl_(acl) {}

    void want(std::span<const Subnet* const> near, const std::vector<Cidr>& far, AclPass pass);
    std::vector<Candidate> candidates() const;

private:
    bool passes(const Subnet& near, const Cidr& far, AclPass pass) const;
    std::vector<PortRange> portsOf(AclPass pass) const;
    NetworkAclEntry entryFor(const Missing& missing) const;

    const Situation& situation_;
    const NetworkAcl& acl_;
    std::vector<Missing> missing_;
};

std::vector<PortRange> Entries::portsOf(AclPass pass) const {
    if (!situation_.flow.protocol.hasPorts()) return {PortRange{}};
    // Replies go to any port from 1024 on (FACTS F-263).
    if (pass == AclPass::ReplyIn || pass == AclPass::ReplyOut) return {PortRange{1024, 65535}};
    return situation_.ports;
}

bool Entries::passes(const Subnet& near, const Cidr& far, AclPass pass) const {
    const auto& block = far.isV4() ? near.cidr : near.ipv6Cidr;
    if (!block) return true;
    End own;
    own.subnet = &near;
    own.addresses = {spanOf(*block)};
    End other;
    other.addresses = {spanOf(far)};
    const bool ownCalls = pass == AclPass::CallOut || pass == AclPass::ReplyIn;
    const Pair pair{ownCalls ? own : other, ownCalls ? other : own};
    const Call call{situation_.flow.protocol, far.family(), situation_.ports};
    return judgeAcl(situation_.network, near, pass, call, pair, packetsOf(call, pair.source, pair.target)).outcome ==
           Outcome::Passed;
}

void Entries::want(std::span<const Subnet* const> near, const std::vector<Cidr>& far, AclPass pass) {
    for (const Subnet* subnet : near) {
        if (situation_.network.networkAclOf(*subnet) != &acl_) continue;
        for (const Cidr& block : far) {
            if (passes(*subnet, block, pass)) continue;
            for (const PortRange& ports : portsOf(pass))
                if (const Missing each{pass, ports, block}; std::ranges::find(missing_, each) == missing_.end())
                    missing_.push_back(each);
        }
    }
}

NetworkAclEntry Entries::entryFor(const Missing& missing) const {
    NetworkAclEntry entry;
    entry.action = AclAction::Allow;
    entry.protocol = situation_.flow.protocol;
    entry.ports = missing.ports;
    entry.cidr = missing.far;
    return entry;
}

std::vector<Candidate> Entries::candidates() const {
    if (missing_.empty()) return {};
    std::vector<Edit> steps;
    std::vector<std::string> parts;
    bool removes = false;
    for (const bool outbound : {true, false}) {
        auto entries = outbound ? acl_.egress : acl_.ingress;
        bool changed = false;
        for (const Missing& missing : missing_) {
            if (isOutbound(missing.pass) != outbound) continue;
            NetworkAclEntry entry = entryFor(missing);
            const auto denies = [&](const NetworkAclEntry& each) {
                return each.action == AclAction::Deny && each.protocol.covers(entry.protocol) &&
                       each.cidr.overlaps(entry.cidr) &&
                       (!entry.protocol.hasPorts() || each.ports.overlaps(entry.ports));
            };
            std::set<int> taken;
            int before = 0;
            for (const NetworkAclEntry& each : entries) {
                taken.insert(each.number);
                if (denies(each) && (before == 0 || each.number < before)) before = each.number;
            }
            int number =
                before > 0 ? before - 1 : std::min((taken.empty() ? 0 : *taken.rbegin() / 10 * 10) + 10, lastNumber);
            while (number > 0 && taken.contains(number)) --number;
            if (number == 0) {
                // Nothing fits in front of the entry that denies: it has to go.
                std::erase_if(entries, denies);
                removes = true;
                number = before;
            }
            entry.number = number;
            entries.push_back(entry);
            changed = true;
        }
        if (!changed) continue;
        steps.push_back(edits::setAclEntries(acl_.id, outbound ? Direction::Out : Direction::In, std::move(entries)));
        parts.emplace_back(outbound ? "out" : "in");
    }
    const bool replies = std::ranges::all_of(
        missing_, [](const Missing& each) { return each.pass == AclPass::ReplyIn || each.pass == AclPass::ReplyOut; });
    const std::string what = replies ? "replies (1024-65535)" : situation_.call();
    const std::string label = "Let " + what + " " + (parts.size() == 2 ? "out and in" : parts.front()) + " through " +
                              situation_.name(acl_.id) + (removes ? ", without the entry that denies it" : "");
    return {{inOrder(label, std::move(steps)), removes ? 6 : 2}};
}

}  // namespace

std::vector<Candidate> passAcl(const Situation& situation, const Step& step) {
    const NetworkAcl* acl = find(situation.design(), Id<NetworkAcl>{step.subject.value});
    if (!acl) return {};
    std::vector<Cidr> far = situation.blocksOf(situation.targetSubnets);
    // A network ACL cannot name a prefix list: the addresses of a service are any.
    if (situation.targetSubnets.empty()) far = {Cidr::literal("0.0.0.0/0")};
    const std::vector<Cidr> near = situation.callerBlocks();
    Entries entries(situation, *acl);
    switch (step.stage) {
        case Stage::AclOut:
            entries.want(situation.callerSubnets, far, AclPass::CallOut);
            break;
        case Stage::AclIn:
            entries.want(situation.targetSubnets, near, AclPass::CallIn);
            break;
        default:
            entries.want(situation.targetSubnets, near, AclPass::ReplyOut);
            entries.want(situation.callerSubnets, far, AclPass::ReplyIn);
            break;
    }
    return entries.candidates();
}

}  // namespace gw
