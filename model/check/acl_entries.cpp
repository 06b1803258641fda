#include "model/check/acl_entries.h"

#include <algorithm>

#include "model/reach/ruling.h"

namespace gw {
namespace {

std::vector<NetworkAclEntry> without(const NetworkAcl& acl, Direction direction, const NetworkAclEntry& entry) {
    std::vector<NetworkAclEntry> entries = entriesOf(acl, direction);
    const auto at = std::ranges::find(entries, entry);
    if (at != entries.end()) entries.erase(at);
    return entries;
}

}  // namespace

const std::vector<NetworkAclEntry>& entriesOf(const NetworkAcl& acl, Direction direction) {
    return direction == Direction::In ? acl.ingress : acl.egress;
}

PacketRange packetsOf(const NetworkAclEntry& entry) {
    PacketRange range;
    range[SourceAddress] = spanOf(entry.cidr);
    range[CalledPort] = entry.protocol.hasPorts() ? spanOf(entry.ports) : spanOf(PortRange{});
    return range;
}

PacketSet packetsOfInternet(IpFamily family, PortRange ports) {
    PacketSet packets;
    for (const Span& addresses : publicAddresses(family)) {
        PacketRange range;
        range[SourceAddress] = addresses;
        range[CalledPort] = spanOf(ports);
        packets.add(range);
    }
    return packets;
}

Shadow shadowOn(std::span<const NetworkAclEntry* const> entries, std::size_t at) {
    Shadow shadow;
    const NetworkAclEntry& entry = *entries[at];
    PacketSet left(packetsOf(entry));
    for (const NetworkAclEntry* earlier : entries.first(at)) {
        if (left.empty()) break;
        const PacketRange packets = packetsOf(*earlier);
        if (!earlier->protocol.covers(entry.protocol) || earlier->cidr.family() != entry.cidr.family() ||
            !left.overlaps(packets))
            continue;
        (earlier->action == AclAction::Allow ? shadow.isAllowed : shadow.isDenied) = true;
        if (shadow.first == 0) shadow.first = earlier->number;
        left = left.without(packets);
    }
    shadow.isWhole = left.empty();
    return shadow;
}

PacketSet allowedBy(std::span<const NetworkAclEntry* const> entries, Protocol protocol, IpFamily family,
                    PacketSet packets) {
    PacketSet allowed;
    for (const NetworkAclEntry* entry : entries) {
        if (packets.empty()) break;
        if (!entry->protocol.covers(protocol) || entry->cidr.family() != family) continue;
        if (entry->action == AclAction::Allow) allowed.add(packets.within(packetsOf(*entry)));
        packets = packets.without(packetsOf(*entry));
    }
    return allowed;
}

bool isForReplies(const NetworkAclEntry& entry) {
    // Ports that both Linux and Windows take for their end of a call.
    constexpr PortRange common{49152, 60999};
    return entry.protocol.hasPorts() && entry.ports.from >= ephemeralPorts.from && entry.ports.contains(common);
}

int freeNumberBefore(int number, const std::vector<int>& taken) {
    if (number > lastAclNumber) {
        const int last = taken.empty() ? 0 : std::ranges::max(taken);
        const int next = (last / 10 + 1) * 10;
        if (next <= lastAclNumber) return next;
    }
    for (int free = std::min(number, lastAclNumber + 1) - 1; free > 0; --free)
        if (!std::ranges::count(taken, free)) return free;
    return 0;
}

std::vector<int> numbersOf(const NetworkAcl& acl, Direction direction) {
    std::vector<int> numbers;
    for (const NetworkAclEntry& entry : entriesOf(acl, direction)) numbers.push_back(entry.number);
    return numbers;
}

bool facesInternet(const Facts& facts, const NetworkAcl& acl) {
    return !acl.isDefault && std::ranges::any_of(acl.subnets, [&](const Id<Subnet>& id) {
        const Subnet* subnet = find(facts.design(), id);
        return subnet && facts.network().exposureOf(*subnet) == Exposure::Public;
    });
}

std::string textOf(const NetworkAclEntry& entry) {
    std::string what = entry.protocol.isAll() ? "everything" : entry.protocol.text();
    if (entry.protocol.hasPorts()) what = (entry.ports.isAll() ? "all ports" : entry.ports.text()) + "/" + what;
    return std::to_string(entry.number) + " (" + (entry.action == AclAction::Allow ? "allow " : "deny ") + what +
           " of " + entry.cidr.text() + ")";
}

Edit withoutEntry(const NetworkAcl& acl, Direction direction, const NetworkAclEntry& entry) {
    return edits::setAclEntries(acl.id, direction, without(acl, direction, entry));
}

std::vector<Edit> movedBefore(const NetworkAcl& acl, Direction direction, const NetworkAclEntry& entry, int number) {
    NetworkAclEntry moved = entry;
    moved.number = freeNumberBefore(number, numbersOf(acl, direction));
    if (moved.number == 0) return {};
    std::vector<NetworkAclEntry> entries = without(acl, direction, entry);
    entries.push_back(moved);
    return {edits::setAclEntries(acl.id, direction, std::move(entries))};
}

}  // namespace gw
