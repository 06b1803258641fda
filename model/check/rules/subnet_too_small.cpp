#include <algorithm>
#include <array>
#include <map>

#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Free addresses that an Application Load Balancer wants in each subnet, to grow.
constexpr std::int64_t balancerReserve = 8;
/// Addresses that AWS keeps in each subnet (FACTS F-218).
constexpr std::int64_t kept = 5;

/// Addresses that what stands in each subnet takes: one for each interface of endpoints, gateways and attachments, and
/// as many as a workload counts.
std::map<Id<Subnet>, std::int64_t> demands(const Design& design) {
    std::map<Id<Subnet>, std::int64_t> demands;
    const auto add = [&](const std::vector<Id<Subnet>>& subnets, std::int64_t each) {
        for (const auto& id : subnets) demands[id] += each;
    };
    for (const Workload& row : design.workloads) add(row.subnets, std::max(row.count, 1));
    for (const LoadBalancer& row : design.loadBalancers)
        add(row.subnets, row.loadBalancerKind == LoadBalancerKind::Application ? balancerReserve : 1);
    for (const Endpoint& row : design.endpoints) add(row.subnets, 1);
    for (const ResolverEndpoint& row : design.resolverEndpoints) add(row.subnets, 1);
    for (const TransitGatewayAttachment& row : design.transitGatewayAttachments) add(row.subnets, 1);
    for (const NatGateway& row : design.natGateways) add({row.subnet}, 1);
    return demands;
}

std::int64_t roomOf(const Cidr& block) {
    return (std::int64_t{1} << (block.width() - block.prefix())) - kept;
}

/// A block with room for the demand: around the one it has, else elsewhere in the VPC where no fixed address binds it.
std::optional<Cidr> widerBlock(const Facts& facts, const Subnet& subnet, std::int64_t demand) {
    const Vpc* vpc = facts.network().vpcOf(subnet);
    int prefix = subnet.cidr->prefix();
    while (prefix > widestBlock && roomOf(Cidr::of(subnet.cidr->first(), prefix)) < demand) --prefix;
    if (!vpc || roomOf(Cidr::of(subnet.cidr->first(), prefix)) < demand) return {};
    const std::vector<Cidr> taken = subnetBlocks(facts.design(), vpc->id, subnet.id);
    const Cidr around = Cidr::of(subnet.cidr->first(), prefix).canonical();
    const bool isInVpc = std::ranges::any_of(vpc->cidrs, [&](const Cidr& block) { return block.contains(around); });
    if (const auto here = freeBlock(std::array{around}, taken, prefix); here && isInVpc) return here;
    const bool isBound = std::ranges::any_of(facts.design().workloads, [&](const Workload& workload) {
        return workload.privateIp && std::ranges::count(workload.subnets, subnet.id) > 0;
    });
    return isBound ? std::nullopt : freeBlock(vpc->cidrs, taken, prefix);
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const auto& [id, demand] : demands(facts.design())) {
        const Subnet* known = find(facts.design(), id);
        // A block of a size that AWS refuses is a finding of its own.
        if (!known || !known->cidr || known->cidr->prefix() < widestBlock || known->cidr->prefix() > narrowestBlock)
            continue;
        const Subnet& subnet = *known;
        const std::int64_t room = roomOf(*subnet.cidr);
        if (demand <= room) continue;
        const std::string name = facts.name(subnet.id);
        Finding finding{subnet.id,
                        name + " has " + std::to_string(room) + " free addresses for " + std::to_string(demand) +
                            " that stand in it.",
                        Severity::Error};
        if (const auto wider = widerBlock(facts, subnet, demand))
            finding.fixes.push_back(
                reviewedFix("Give " + wider->text() + " to " + name, edits::setSubnetBlock(subnet.id, *wider)));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule subnetTooSmall = {
    .code = "NET018",
    .name = "subnet-too-small",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A subnet has addresses for all that stands in it",
    .why =
        "AWS keeps five addresses of every subnet. Each network interface takes one of the others: of a workload, an "
        "endpoint, a NAT gateway, an attachment; an Application Load Balancer wants eight free ones to grow. When none "
        "is left the next interface fails with InsufficientFreeAddressesInSubnet.",
    .howToFix = "Give the subnet a wider block, or put some of it into another subnet of the zone.",
    .source = "Amazon VPC User Guide, Subnet sizing (F-218, F-219)",
    .check = look,
};

}  // namespace gw::rules
