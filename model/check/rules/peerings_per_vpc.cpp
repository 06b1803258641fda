#include <map>

#include "model/check/quota.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::map<Id<Vpc>, std::int64_t> used;
    for (const PeeringConnection& peering : facts.design().peeringConnections) {
        if (peering.state != PeeringState::Active) continue;
        ++used[peering.requester];
        if (peering.accepter != peering.requester) ++used[peering.accepter];
    }
    std::vector<Finding> found;
    for (const auto& [vpc, count] : used)
        if (auto over = overQuota(facts, vpc, "peerings_per_vpc", count,
                                  facts.name(vpc) + " has " + std::to_string(count) + " active peering connections"))
            found.push_back(*std::move(over));
    return found;
}

}  // namespace

extern const Rule peeringsPerVpc = {
    .code = "QUO014",
    .name = "peerings-per-vpc",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A VPC has no more active peering connections than its quota",
    .why = "AWS keeps 50 active peering connections of a VPC, up to 125 on request.",
    .howToFix = "Join the VPCs by a transit gateway, or let AWS raise the quota and record it here.",
    .source = "Amazon VPC Peering Guide, Quotas (F-265)",
    .check = look,
};

}  // namespace gw::rules
