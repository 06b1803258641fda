#include <map>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/check/zones.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Wanted calls by the zonal NAT gateway they go through.
std::map<Id<NatGateway>, std::vector<const Flow*>> callsByNat(const Facts& facts) {
    std::map<Id<NatGateway>, std::vector<const Flow*>> calls;
    for (const Trace& trace : facts.traces()) {
        const Flow* flow = find(facts.design(), trace.flow);
        const NatGateway* nat = natGatewayOn(facts.design(), trace);
        if (nat && nat->availability == NatAvailability::Zonal && isWanted(*flow)) calls[nat->id].push_back(flow);
    }
    return calls;
}

std::vector<Fix> fixesFor(const Facts& facts, const NatGateway& nat) {
    // Regional gateways are public ones (FACTS F-238).
    if (nat.connectivity != NatConnectivity::Public) return {};
    return {reviewedFix(
        "Make " + facts.name(nat.id) + " regional",
        inOrder({}, {edits::setField(nat.id, "availability", "regional"), edits::setField(nat.id, "subnet", "")}))};
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const auto& [id, flows] : callsByNat(facts)) {
        const auto zones = zonesOf(facts.design(), callersOf(facts.design(), flows));
        if (zones.size() < 2) continue;
        found.push_back({id, facts.name(id) + " stands in one zone and serves " + std::to_string(zones.size()) + ".",
                         Severity::Hint, fixesFor(facts, *find(facts.design(), id))});
    }
    return found;
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
    .check = look,
};

}  // namespace gw::rules
