#include <algorithm>
#include <map>

#include "model/check/address_space.h"
#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    std::map<std::pair<Id<Vpc>, IpAddress>, const Workload*> holders;
    for (const Workload& workload : facts.design().workloads) {
        const Vpc* vpc = facts.network().vpcOf(workload);
        if (!workload.privateIp || !vpc) continue;
        std::vector<const Subnet*> subnets;
        for (const auto& id : workload.subnets)
            if (const Subnet* subnet = find(facts.design(), id); subnet && subnet->cidr) subnets.push_back(subnet);
        if (subnets.empty()) continue;
        const auto inside = [&](const Subnet* subnet) {
            return subnet->cidr->contains(*workload.privateIp) ||
                   (subnet->ipv6Cidr && subnet->ipv6Cidr->contains(*workload.privateIp));
        };
        const bool fits = std::ranges::any_of(subnets, inside);
        const auto [holder, isFirst] = holders.emplace(std::pair(vpc->id, *workload.privateIp), &workload);
        if (fits && isFirst) continue;
        const std::string name = facts.name(workload.id);
        Finding finding{workload.id,
                        workload.privateIp->text() + " of " + name +
                            (fits ? " is the address of " + facts.name(holder->second->id) + "."
                                  : " is not in " + facts.name(subnets.front()->id) + "."),
                        Severity::Error};
        if (const auto free = freeAddress(facts.design(), *subnets.front()))
            finding.fixes.push_back(safeFix("Give " + free->text() + " to " + name,
                                            edits::setField(workload.id, "privateIp", free->text())));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule fixedAddressDoesNotFit = {
    .code = "NET017",
    .name = "fixed-address-does-not-fit",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A fixed address is one of the subnet's, and nobody else's",
    .why =
        "A network interface takes its address from the block of its subnet, and no two of a VPC have the same. AWS "
        "refuses all else.",
    .howToFix = "Take a free address of the subnet, or let AWS choose one.",
    .source = "Amazon VPC User Guide, Subnet sizing; Reachability Analyzer code ENI_ADDRESS_RESTRICTION (F-217)",
    .check = look,
};

}  // namespace gw::rules
