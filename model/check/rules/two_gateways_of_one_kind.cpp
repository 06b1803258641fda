#include <map>

#include "model/check/routes.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Finds the gateways of VPCs that have one already; `dropped(gateway)` is the edit that takes one away.
template <class Gateway>
void lookAt(const Facts& facts, const Table<Gateway>& gateways, const std::string& verb,
            Edit (*dropped)(const Gateway&), std::vector<Finding>& found) {
    std::map<Id<Vpc>, const Gateway*> first;
    for (const Gateway& gateway : gateways) {
        if (!gateway.vpc) continue;
        const auto [at, isFirst] = first.try_emplace(gateway.vpc, &gateway);
        if (isFirst) continue;
        std::vector<Edit> steps = reroutes(facts.design(), gateway.id, at->second->id);
        steps.push_back(dropped(gateway));
        found.push_back({gateway.id,
                         facts.name(gateway.vpc) + " has " + facts.name(at->second->id) + " already: one " +
                             std::string(Gateway::kind.noun) + " only.",
                         Severity::Error,
                         {reviewedFix(verb + " " + facts.name(gateway.id), inOrder({}, std::move(steps)))}});
    }
}

std::vector<Finding> look(const Facts& facts) {
    const Design& design = facts.design();
    std::vector<Finding> found;
    lookAt<EgressOnlyGateway>(
        facts, design.egressOnlyGateways, "Remove",
        [](const EgressOnlyGateway& gateway) { return edits::removeThings({gateway.id.value}); }, found);
    lookAt<VpnGateway>(
        facts, design.vpnGateways, "Detach",
        [](const VpnGateway& gateway) { return edits::setField(gateway.id, "vpc", {}); }, found);
    return found;
}

}  // namespace

extern const Rule twoGatewaysOfOneKind = {
    .code = "NET039",
    .name = "two-gateways-of-one-kind",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A VPC has at most one egress-only internet gateway and one virtual private gateway",
    .why = "AWS attaches one gateway of each kind to a VPC and refuses the second.",
    .howToFix = "Keep one of them, and let all routes lead to it.",
    .source = "Amazon VPC User Guide, Amazon VPC quotas; Amazon EC2 API, AttachVpnGateway (F-223)",
    .check = look,
};

}  // namespace gw::rules
