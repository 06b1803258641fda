#include <algorithm>
#include <map>

#include "model/check/routes.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::map<std::pair<Id<Vpc>, Id<Vpc>>, const PeeringConnection*> first;
    std::vector<Finding> found;
    for (const PeeringConnection& peering : facts.design().peeringConnections) {
        // One that failed is no obstacle; one with itself is a finding of its own.
        if (peering.state == PeeringState::Failed || peering.requester == peering.accepter) continue;
        const auto pair = std::minmax(peering.requester, peering.accepter);
        const auto [at, isFirst] = first.try_emplace({pair.first, pair.second}, &peering);
        if (isFirst) continue;
        std::vector<Edit> steps = reroutes(facts.design(), peering.id, at->second->id);
        steps.push_back(edits::removeThings({peering.id.value}));
        found.push_back({peering.id,
                         facts.name(at->second->id) + " peers " + facts.name(peering.requester) + " and " +
                             facts.name(peering.accepter) + " already: one connection only.",
                         Severity::Error,
                         {reviewedFix("Remove " + facts.name(peering.id), inOrder({}, std::move(steps)))}});
    }
    return found;
}

}  // namespace

extern const Rule vpcsPeeredTwice = {
    .code = "NET041",
    .name = "vpcs-peered-twice",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Two VPCs have one peering connection",
    .why = "AWS keeps at most one peering connection between the same two VPCs at a time.",
    .howToFix = "Keep one of them, and let all routes lead to it.",
    .source = "Amazon VPC Peering Guide, VPC peering basics (F-265)",
    .check = look,
};

}  // namespace gw::rules
