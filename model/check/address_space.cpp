#include "model/check/address_space.h"

#include <algorithm>
#include <set>

#include "model/edit/edits.h"

namespace gw {
namespace {

std::optional<Cidr> freeBlockIn(const Cidr& space, std::span<const Cidr> taken, int prefix) {
    if (prefix < space.prefix()) return {};
    Cidr block = Cidr::of(space.first(), prefix);
    while (space.contains(block)) {
        const auto in = std::ranges::find_if(taken, [&](const Cidr& other) { return other.overlaps(block); });
        if (in == taken.end()) return block;
        // Of two blocks that overlap one lies in the other: what follows the wider one is aligned again.
        IpAddress behind = std::max(in->last(), block.last());
        behind.bits += 1;
        if (behind.bits == 0 || (block.isV4() && behind.bits >> 32 != 0)) return {};
        block = Cidr::of(behind, prefix);
    }
    return {};
}

}  // namespace

std::optional<Cidr> freeBlock(std::span<const Cidr> within, std::span<const Cidr> taken, int prefix) {
    for (const Cidr& space : within)
        if (const auto block = freeBlockIn(space, taken, prefix)) return block;
    return {};
}

std::vector<Cidr> subnetBlocks(const Design& design, const Id<Vpc>& vpc, const Id<Subnet>& leaveOut) {
    std::vector<Cidr> blocks;
    for (const Subnet& subnet : design.subnets)
        if (subnet.vpc == vpc && subnet.id != leaveOut && subnet.cidr) blocks.push_back(*subnet.cidr);
    return blocks;
}

std::optional<Cidr> freePrivateBlock(const Design& design, int prefix) {
    // 172.17.0.0/16 is left out: Docker's bridge and AWS's own tools stand there (FACTS F-213).
    static const std::vector<Cidr> space = {Cidr::literal("10.0.0.0/8"),    Cidr::literal("172.16.0.0/16"),
                                            Cidr::literal("172.18.0.0/15"), Cidr::literal("172.20.0.0/14"),
                                            Cidr::literal("172.24.0.0/13"), Cidr::literal("192.168.0.0/16")};
    std::vector<Cidr> taken;
    for (const Vpc& vpc : design.vpcs) taken.insert(taken.end(), vpc.cidrs.begin(), vpc.cidrs.end());
    return freeBlock(space, taken, prefix);
}

bool isReserved(const Cidr& subnet, const IpAddress& address) {
    return subnet.isV4() && subnet.contains(address) &&
           (address.bits - subnet.first().bits < 4 || address == subnet.last());
}

std::optional<IpAddress> freeAddress(const Design& design, const Subnet& subnet) {
    if (!subnet.cidr) return {};
    std::set<IpAddress> taken;
    for (const Workload& workload : design.workloads)
        if (workload.privateIp) taken.insert(*workload.privateIp);
    for (IpAddress address = subnet.cidr->first(); subnet.cidr->contains(address); address.bits += 1)
        if (!isReserved(*subnet.cidr, address) && !taken.contains(address)) return address;
    return {};
}

std::string listed(std::span<const Cidr> blocks) {
    std::string text;
    for (const Cidr& block : blocks) text += (text.empty() ? "" : ", ") + block.text();
    return text;
}

Edit renumber(const Design& design, const Vpc& vpc, const Cidr& before, const Cidr& after) {
    std::vector<Cidr> blocks = vpc.cidrs;
    std::ranges::replace(blocks, before, after);
    std::vector<Edit> edits{edits::setVpcBlocks(vpc.id, std::move(blocks))};
    for (const Subnet& subnet : design.subnets) {
        if (subnet.vpc != vpc.id || !subnet.cidr || !before.contains(*subnet.cidr)) continue;
        IpAddress address = after.first();
        address.bits += subnet.cidr->first().bits - before.first().bits;
        edits.push_back(edits::setSubnetBlock(subnet.id, Cidr::of(address, subnet.cidr->prefix())));
    }
    return inOrder("Renumber " + vpc.id.value, std::move(edits));
}

}  // namespace gw
