#include "model/check/open_to_internet.h"

#include <algorithm>

namespace gw {
namespace {

/// What no packet of the internet comes from (RFC 6890): this network, private, shared, loopback, link local, multicast
/// and reserved addresses.
const std::vector<Cidr>& notPublic() {
    static const std::vector<Cidr> blocks{Cidr::literal("0.0.0.0/8"),      Cidr::literal("10.0.0.0/8"),
                                          Cidr::literal("100.64.0.0/10"),  Cidr::literal("127.0.0.0/8"),
                                          Cidr::literal("169.254.0.0/16"), Cidr::literal("172.16.0.0/12"),
                                          Cidr::literal("192.168.0.0/16"), Cidr::literal("224.0.0.0/3")};
    return blocks;
}

}  // namespace

bool coverInternet(const std::vector<Cidr>& blocks, IpFamily family) {
    std::vector<Cidr> sorted;
    for (const Cidr& block : blocks)
        if (block.family() == family) sorted.push_back(block.canonical());
    Bits128 next = 0;
    Bits128 last = Cidr::literal("255.255.255.255/32").first().bits;
    if (family == IpFamily::V6) {
        next = Cidr::literal("2000::/3").first().bits;
        last = Cidr::literal("2000::/3").last().bits;
    } else {
        sorted.insert(sorted.end(), notPublic().begin(), notPublic().end());
    }
    std::ranges::sort(sorted, {}, [](const Cidr& block) { return block.first().bits; });
    for (const Cidr& block : sorted) {
        if (block.first().bits > next) return false;
        if (block.last().bits >= last) return true;
        next = std::max(next, block.last().bits + 1);
    }
    return false;
}

std::vector<SecurityGroupRule> rulesOpenToInternet(const SecurityGroup& group, PortRange ports) {
    std::vector<SecurityGroupRule> open;
    // Ports at which the set of admitting rules changes: between them it is the same.
    std::vector<int> starts{ports.from};
    for (const SecurityGroupRule& rule : group.ingress) {
        if (!rule.protocol.hasPorts()) continue;
        if (ports.contains(rule.ports.from)) starts.push_back(rule.ports.from);
        if (rule.ports.to < ports.to && rule.ports.to >= ports.from) starts.push_back(rule.ports.to + 1);
    }
    for (const int port : starts)
        for (const IpFamily family : {IpFamily::V4, IpFamily::V6}) {
            std::vector<Cidr> blocks;
            std::vector<const SecurityGroupRule*> rules;
            for (const SecurityGroupRule& rule : group.ingress) {
                const Cidr* block = std::get_if<Cidr>(&rule.peer);
                if (!block || block->family() != family || !rule.protocol.covers(Protocol::tcp()) ||
                    (rule.protocol.hasPorts() && !rule.ports.contains(static_cast<std::uint16_t>(port))))
                    continue;
                blocks.push_back(*block);
                rules.push_back(&rule);
            }
            if (!coverInternet(blocks, family)) continue;
            for (const SecurityGroupRule* rule : rules)
                if (std::ranges::find(open, *rule) == open.end()) open.push_back(*rule);
        }
    return open;
}

}  // namespace gw
