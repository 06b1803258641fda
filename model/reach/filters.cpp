#include "model/reach/filters.h"

#include <algorithm>

namespace gw {
namespace {

/// What a list of rules lets through of the packets, and the rule that decides.
template <class Rule>
struct Coverage {
    PacketSet passed{};
    bool all = false;
    const Rule* decider = nullptr;
    const SecurityGroup* group = nullptr;
};

/// How the peer of a rule looks at the other end.
struct PeerMatch {
    bool everything = false;
    std::vector<Span> spans{};
    bool referenceLost = false;
};

bool sees(Crossing crossing, bool inbound) {
    switch (crossing) {
        case Crossing::SameVpc:
        case Crossing::Peering:
            return true;
        case Crossing::TransitGatewayWithReferences:
            return inbound;
        case Crossing::TransitGateway:
        case Crossing::Other:
            return false;
    }
    return false;
}

PeerMatch matchOf(const Network& network, const Peer& peer, const Call& call, const End& other, Crossing crossing,
                  bool inbound) {
    PeerMatch match;
    if (const Cidr* block = std::get_if<Cidr>(&peer)) {
        if (block->family() == call.family) match.spans = {spanOf(*block)};
        return match;
    }
    const std::string& id = std::get<1>(peer).value;
    const bool member =
        std::ranges::any_of(other.groups, [&](const SecurityGroup* group) { return group->id.value == id; });
    if (member) {
        match.everything = sees(crossing, inbound);
        match.referenceLost = !match.everything;
        return match;
    }
    if (const PrefixList* list = find(network.design(), Id<PrefixList>{id})) {
        match.everything = !list->service.empty() && list->service == other.service &&
                           (!list->region || network.regionOf(*list) == other.region);
        for (const Cidr& block : list->entries)
            if (block.family() == call.family) match.spans.push_back(spanOf(block));
    }
    return match;
}

Coverage<SecurityGroupRule> coverageOf(const Network& network, const Call& call, const End& own, const End& other,
                                       Crossing crossing, bool inbound, const PacketSet& packets, bool& referenceLost) {
    Coverage<SecurityGroupRule> coverage;
    const Dimension dimension = inbound ? SourceAddress : TargetAddress;
    for (const SecurityGroup* group : own.groups)
        for (const SecurityGroupRule& rule : inbound ? group->ingress : group->egress) {
            if (!rule.protocol.covers(call.protocol)) continue;
            const PeerMatch match = matchOf(network, rule.peer, call, other, crossing, inbound);
            referenceLost = referenceLost || match.referenceLost;
            PacketRange box;
            if (rule.protocol.hasPorts()) box[CalledPort] = spanOf(rule.ports);
            const auto take = [&] {
                if (!packets.overlaps(box)) return false;
                if (!coverage.decider) {
                    coverage.decider = &rule;
                    coverage.group = group;
                }
                if (packets.isWithin(box)) {
                    coverage.decider = &rule;
                    coverage.group = group;
                    return coverage.all = true;
                }
                coverage.passed.add(packets.within(box));
                return false;
            };
            if (match.everything && take()) return coverage;
            for (const Span& span : match.spans) {
                box[dimension] = span;
                if (take()) return coverage;
            }
        }
    coverage.all = coverage.decider && coverage.passed.contains(packets);
    return coverage;
}

/// Whether addresses, and not ports alone, make the difference between what passes and what does not.
bool turnsOnAddresses(const PacketSet& passed, const PacketSet& packets) {
    return !std::ranges::all_of(passed.ranges(), [&](const PacketRange& box) {
        PacketRange ports;
        ports[CalledPort] = box[CalledPort];
        ports[ReplyPort] = box[ReplyPort];
        return passed.contains(packets.within(ports));
    });
}

/// AWS's own default group, which the design need not show: all out, in only from its members (FACTS F-020, F-250).
Ruling byDefaultGroup(Ruling ruling, const End& own, const End& other, bool inbound) {
    const bool both = other.filtered && other.groups.empty() && own.vpc == other.vpc;
    ruling.code = inbound ? (both ? Code::SgInAllowed : Code::SgInNoMatch) : Code::SgOutAllowed;
    ruling.outcome = inbound && !both ? Outcome::Blocked : Outcome::Passed;
    ruling.subject = own.vpc ? std::string_view(own.vpc->id.value) : own.id;
    ruling.subjectName = "the default security group";
    return ruling;
}

Ruling judgeGroups(const Network& network, const Call& call, const Pair& pair, const PacketSet& packets, bool inbound) {
    const End& own = inbound ? pair.target : pair.source;
    const End& other = inbound ? pair.source : pair.target;
    Ruling ruling{.stage = inbound ? Stage::SecurityGroupIn : Stage::SecurityGroupOut};
    ruling.hop = own.id;
    ruling.other = other.name;
    if (!own.filtered) {
        ruling.code = Code::SgNone;
        ruling.subject = own.id;
        ruling.subjectName = own.name;
        return ruling;
    }
    if (own.groups.empty()) return byDefaultGroup(std::move(ruling), own, other, inbound);

    bool referenceLost = false;
    auto coverage = coverageOf(network, call, own, other, pair.crossing, inbound, packets, referenceLost);
    const SecurityGroup& group = coverage.group ? *coverage.group : *own.groups.front();
    ruling.subject = group.id.value;
    ruling.subjectName = labelOf(group);
    ruling.rule = coverage.decider;
    if (coverage.all) {
        ruling.code = inbound ? Code::SgInAllowed : Code::SgOutAllowed;
        return ruling;
    }
    if (other.isFrame && turnsOnAddresses(coverage.passed, packets)) {
        ruling.code = Code::SgAddressesNotKnown;
        ruling.outcome = Outcome::Unknown;
        return ruling;
    }
    const bool noRules = std::ranges::all_of(
        own.groups, [&](const SecurityGroup* each) { return (inbound ? each->ingress : each->egress).empty(); });
    ruling.outcome = Outcome::Blocked;
    ruling.part = std::move(coverage.passed);
    if (referenceLost)
        ruling.code = pair.crossing == Crossing::TransitGateway ? Code::SgRefTgw : Code::SgRefLost;
    else if (noRules)
        ruling.code = Code::SgNoRules;
    else
        ruling.code = inbound ? Code::SgInNoMatch : Code::SgOutNoMatch;
    return ruling;
}

Code codeOf(AclPass pass, bool allowed) {
    switch (pass) {
        case AclPass::CallOut:
            return allowed ? Code::AclOutAllowed : Code::AclOutDeny;
        case AclPass::CallIn:
            return allowed ? Code::AclInAllowed : Code::AclInDeny;
        case AclPass::ReplyOut:
        case AclPass::ReplyIn:
            return allowed ? Code::AclReturnAllowed : Code::AclReturnDeny;
    }
    return Code::AclOutDeny;
}

Coverage<NetworkAclEntry> coverageOf(std::span<const NetworkAclEntry* const> entries, AclPass pass, const Call& call,
                                     const PacketSet& packets) {
    const bool reply = pass == AclPass::ReplyOut || pass == AclPass::ReplyIn;
    // An ACL looks at the far address of what passes it: for the call on its way out, and its reply on the way in, the
    // target's.
    const Dimension address = pass == AclPass::CallOut || pass == AclPass::ReplyIn ? TargetAddress : SourceAddress;
    Coverage<NetworkAclEntry> coverage;
    PacketSet rest = packets;
    for (const NetworkAclEntry* entry : entries) {
        if (!entry->protocol.covers(call.protocol) || entry->cidr.family() != call.family) continue;
        PacketRange box;
        box[address] = spanOf(entry->cidr);
        if (entry->protocol.hasPorts()) box[reply ? ReplyPort : CalledPort] = spanOf(entry->ports);
        if (!rest.overlaps(box)) continue;
        const bool allows = entry->action == AclAction::Allow;
        if (!coverage.decider && rest.isWithin(box)) {
            coverage.decider = entry;
            coverage.all = allows;
            return coverage;
        }
        // The entry to name: what stops something, else the first that lets something pass.
        if (!coverage.decider || (!allows && coverage.decider->action == AclAction::Allow)) coverage.decider = entry;
        if (allows) coverage.passed.add(rest.within(box));
        rest = rest.without(box);
        if (rest.empty()) break;
    }
    coverage.all = coverage.passed.contains(packets);
    if (!rest.empty() && coverage.decider && coverage.decider->action == AclAction::Allow) coverage.decider = nullptr;
    return coverage;
}

}  // namespace

Ruling judgeGroupsOut(const Network& network, const Call& call, const Pair& pair, const PacketSet& packets) {
    return judgeGroups(network, call, pair, packets, false);
}

Ruling judgeGroupsIn(const Network& network, const Call& call, const Pair& pair, const PacketSet& packets) {
    return judgeGroups(network, call, pair, packets, true);
}

Ruling judgeAcl(const Network& network, const Subnet& subnet, AclPass pass, const Call& call, const Pair& pair,
                const PacketSet& packets) {
    const bool reply = pass == AclPass::ReplyOut || pass == AclPass::ReplyIn;
    const bool leaves = pass == AclPass::CallOut || pass == AclPass::ReplyOut;
    Ruling ruling;
    ruling.stage = reply ? Stage::Response : leaves ? Stage::AclOut : Stage::AclIn;
    const End& far = pass == AclPass::CallOut || pass == AclPass::ReplyIn ? pair.target : pair.source;
    ruling.hop = (pass == AclPass::CallOut || pass == AclPass::ReplyIn ? pair.source : pair.target).id;
    ruling.other = far.name;
    const NetworkAcl* acl = network.networkAclOf(subnet);
    if (!acl) {
        ruling.code = codeOf(pass, true);
        ruling.subject = subnet.vpc.value;
        ruling.subjectName = "the default network ACL";
        return ruling;
    }
    ruling.subject = acl->id.value;
    ruling.subjectName = labelOf(*acl);
    auto coverage = coverageOf(network.entriesOf(*acl, leaves), pass, call, packets);
    ruling.entry = coverage.decider;
    if (coverage.all) {
        ruling.code = codeOf(pass, true);
    } else if (far.isFrame && turnsOnAddresses(coverage.passed, packets)) {
        ruling.code = Code::AclAddressesNotKnown;
        ruling.outcome = Outcome::Unknown;
    } else {
        ruling.outcome = Outcome::Blocked;
        ruling.code = reply && !coverage.passed.empty() ? Code::AclReturnPartial : codeOf(pass, false);
        ruling.part = std::move(coverage.passed);
    }
    return ruling;
}

}  // namespace gw
