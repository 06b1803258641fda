#include "model/check/recommend.h"

#include <algorithm>

namespace gw {
namespace {

void addOnce(std::vector<Cidr>& blocks, const Cidr& block) {
    if (std::ranges::find(blocks, block) == blocks.end()) blocks.push_back(block);
}

/// Addresses from which calls come through the endpoint that no workload of its VPC makes.
std::vector<Cidr> blocksBeyond(const Facts& facts, const Endpoint& endpoint) {
    const Design& design = facts.design();
    std::vector<Cidr> blocks;
    for (const Id<Flow>& id : facts.flowsThrough(endpoint.id)) {
        const FlowFacts& flow = *facts.flowOf(id);
        if (const OnPremisesNetwork* office = find(design, Id<OnPremisesNetwork>{flow.flow.from.value}))
            for (const Cidr& block : office->cidrs)
                if (block.isV4()) addOnce(blocks, block);
        if (!flow.caller || !flow.vpc || flow.vpc->id == endpoint.vpc) continue;
        for (const auto& subnet : flow.caller->subnets)
            if (const Subnet* row = find(design, subnet); row && row->cidr) addOnce(blocks, *row->cidr);
    }
    return blocks;
}

}  // namespace

Edit ownGroupFor(const Facts& facts, const Endpoint& endpoint, std::span<const Workload* const> callers) {
    std::vector<const Workload*> all(callers.begin(), callers.end());
    for (const Workload* caller : facts.companionCallers(endpoint.vpc, endpoint.service))
        if (std::ranges::find(all, caller) == all.end()) all.push_back(caller);
    return ownGroupFor(facts.network(), endpoint, all, blocksBeyond(facts, endpoint));
}

Edit admission(const Facts& facts, const Endpoint& endpoint, std::span<const Workload* const> callers) {
    const auto isOwn = [&](const Id<SecurityGroup>& id) {
        const SecurityGroup* group = find(facts.design(), id);
        return group && !group->isDefault;
    };
    const bool getsOwn =
        endpoint.type == EndpointType::Interface && std::ranges::none_of(endpoint.securityGroups, isOwn);
    return getsOwn ? ownGroupFor(facts, endpoint, callers) : admission(facts.network(), endpoint, callers);
}

}  // namespace gw
