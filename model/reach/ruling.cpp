#include "model/reach/ruling.h"

#include <algorithm>

namespace gw {
namespace {

PacketSet without(const PacketSet& all, std::initializer_list<const char*> blocks) {
    PacketSet rest = all;
    for (const char* block : blocks) {
        PacketRange box;
        box[SourceAddress] = spanOf(Cidr::literal(block));
        rest = rest.without(box);
    }
    return rest;
}

/// Public is what is left without the blocks that no route of the internet carries: private, shared, link-local,
/// loopback.
std::vector<Span> publicSpans(IpFamily family) {
    PacketRange all;
    all[SourceAddress] = spanOf(Cidr::literal(family == IpFamily::V4 ? "0.0.0.0/0" : "::/0"));
    const PacketSet rest =
        family == IpFamily::V4
            ? without(PacketSet(all), {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
                                       "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3"})
            : without(PacketSet(all), {"::/3", "4000::/2", "8000::/1"});
    std::vector<Span> spans;
    for (const PacketRange& box : rest.ranges()) spans.push_back(box[SourceAddress]);
    std::ranges::sort(spans, {}, &Span::first);
    return spans;
}

}  // namespace

bool sameZone(const Design& design, const Subnet& a, const Subnet& b) {
    const AvailabilityZone* first = find(design, a.zone);
    const AvailabilityZone* second = find(design, b.zone);
    if (!first || !second) return false;
    return first == second || (!first->zoneId.empty() && first->zoneId == second->zoneId);
}

std::string Call::text() const {
    std::string text;
    if (protocol.hasPorts())
        for (const PortRange& range : ports) text += (text.empty() ? "" : ",") + range.text();
    return text.empty() ? protocol.text() : text + "/" + protocol.text();
}

End endOf(const NetworkInterface& interface, std::string_view id, std::string_view name, const Vpc* vpc,
          IpFamily family, const std::optional<IpAddress>& fixed) {
    End end;
    end.id = id;
    end.name = name;
    end.vpc = vpc;
    end.subnet = interface.subnet;
    end.groups = interface.securityGroups;
    end.filtered = interface.filtered;
    end.publicIp = interface.publicIp;
    const auto& block = family == IpFamily::V4 ? interface.subnet->cidr : interface.subnet->ipv6Cidr;
    if (fixed && fixed->family == family && (!block || block->contains(*fixed)))
        end.addresses = {{fixed->bits, fixed->bits}};
    else if (block)
        end.addresses = {spanOf(*block)};
    return end;
}

const std::vector<Span>& publicAddresses(IpFamily family) {
    static const std::vector<Span> v4 = publicSpans(IpFamily::V4);
    static const std::vector<Span> v6 = publicSpans(IpFamily::V6);
    return family == IpFamily::V4 ? v4 : v6;
}

PacketSet packetsOf(const Call& call, const End& source, const End& target) {
    PacketSet packets;
    PacketRange box;
    // Replies go to any port from 1024 on: what NAT gateways, load balancers and Lambda use (F-240, F-263).
    box[ReplyPort] = call.protocol.hasPorts() ? Span{1024, 65535} : Span{0, 0};
    for (const Span& from : source.addresses)
        for (const Span& to : target.addresses) {
            box[SourceAddress] = from;
            box[TargetAddress] = to;
            if (!call.protocol.hasPorts()) {
                box[CalledPort] = {0, 0};
                packets.add(box);
                continue;
            }
            for (const PortRange& ports : call.ports) {
                box[CalledPort] = spanOf(ports);
                packets.add(box);
            }
        }
    return packets;
}

bool Ruling::sameAs(const Ruling& o) const {
    return stage == o.stage && code == o.code && outcome == o.outcome && hop == o.hop && subject == o.subject &&
           other == o.other && rule == o.rule && entry == o.entry && route == o.route && note == o.note &&
           decided == o.decided && actions == o.actions;
}

}  // namespace gw
