#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/check/zones.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

std::vector<Fix> fixesFor(const Facts& facts, const NatGateway& nat) {
    // Regional gateways are public ones (FACTS F-238).
    if (nat.connectivity != NatConnectivity::Public) return {};
    return {reviewedFix(
        "Make " + facts.name(nat.id) + " regional",
        inOrder({}, {edits::setField(nat.id, "availability", "regional"), edits::setField(nat.id, "subnet", "")}))};
}

void lookAt(const Facts& facts, const NatGateway& nat, Look::Found& found) {
    if (nat.availability != NatAvailability::Zonal) return;
    std::vector<const Flow*> calls;
    for (const Id<Flow>& id : facts.flowsThrough(nat.id))
        if (const FlowFacts* flow = facts.flowOf(id);
            isWanted(flow->flow) && natGatewayOn(facts.design(), flow->trace) == &nat)
            calls.push_back(&flow->flow);
    const auto zones = zonesOf(facts.design(), callersOf(facts.design(), calls));
    if (zones.size() < 2) return;
    found.push_back({nat.id,
                     facts.name(nat.id) + " stands in one zone and serves " + std::to_string(zones.size()) + ".",
                     Severity::Hint, fixesFor(facts, nat)});
}

}  // namespace

extern const Rule oneNatForSeveralZones = {
    .code = "RES003",
    .name = "one-nat-for-several-zones",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Callers leave by a NAT gateway of their own zone, or by a regional one",
    .why =
        "A zonal NAT gateway fails with its zone and takes the way out from all zones that use it; until then, traffic "
        "between zones is paid for by the gigabyte.",
    .howToFix = "Put a NAT gateway into each zone, or make it regional.",
    .source = "Amazon VPC User Guide, NAT gateway basics; Regional NAT gateways (F-239, F-243)",
    .check = each<&Design::natGateways, lookAt>(),
};

}  // namespace gw::rules
