#include "model/check/encounters.h"
#include "model/check/needs.h"
#include "model/check/zones.h"
#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

using Zone = Id<AvailabilityZone>;

/// The one zone that the thing on the way stands in; empty where it stands in several, or in none.
Zone onlyZoneOf(const Design& design, const AnyId& thing) {
    std::set<Zone> zones;
    if (const Endpoint* endpoint = find(design, Id<Endpoint>{thing.value}))
        zones = zonesOf(design, endpoint->subnets);
    else if (const NatGateway* nat = find(design, Id<NatGateway>{thing.value}))
        zones = zonesOf(design, std::vector{nat->subnet});
    return zones.size() == 1 ? *zones.begin() : Zone{};
}

/// The wanted calls through the thing from other zones. None where their callers stand in several zones: that the thing
/// stands in one is a finding of its own then.
std::vector<const Flow*> dependents(const Facts& facts, const AnyId& thing, const Zone& zone) {
    std::vector<const Flow*> found;
    for (const Id<Flow>& id : facts.flowsThrough(thing)) {
        const FlowFacts& flow = *facts.flowOf(id);
        if (!flow.caller || !isWanted(flow.flow) || isStopped(flow.trace) || flow.trace.network == Verdict::Unknown)
            continue;
        const std::set<Zone> own = zonesOf(facts.design(), flow.caller->subnets);
        if (!own.empty() && !own.contains(zone)) found.push_back(&flow.flow);
    }
    if (zonesOf(facts.design(), callersOf(facts.design(), found)).size() > 1) found.clear();
    return found;
}

/// Whether the call fares worse in the network without a zone.
bool breaks(const Facts& facts, const Flow& flow, const Network& without) {
    // Whoever calls is in another zone; what is called may be gone, and nobody misses it.
    if (!contains(without.design(), flow.to)) return false;
    const Trace after = trace(without, flow, Telling::Verdict);
    return isStopped(after) || (isPrivate(facts.traceOf(flow.id)->network) && !isPrivate(after.network));
}

std::vector<Fix> fixesFor(const Facts& facts, const AnyId& thing, const std::vector<const Flow*>& flows) {
    const Endpoint* endpoint = find(facts.design(), Id<Endpoint>{thing.value});
    if (!endpoint) return {};
    const auto further = subnetsInFurtherZones(facts, *endpoint, callersOf(facts.design(), flows));
    if (further.empty()) return {};
    std::vector<Id<Subnet>> subnets = endpoint->subnets;
    subnets.insert(subnets.end(), further.begin(), further.end());
    return {reviewedFix("Add a subnet for " + facts.name(thing) + " in the zone of its callers",
                        edits::setEndpointSubnets(endpoint->id, std::move(subnets)))};
}

/// Endpoints and NAT gateways by their ids: what may stand in a single zone on the way of others.
void walk(const Facts& facts, const Look::Visit& visit) {
    auto endpoint = facts.design().endpoints.begin();
    auto nat = facts.design().natGateways.begin();
    const auto noEndpoint = facts.design().endpoints.end();
    const auto noNat = facts.design().natGateways.end();
    while (endpoint != noEndpoint || nat != noNat) {
        const bool isEndpoint = nat == noNat || (endpoint != noEndpoint && endpoint->id.value < nat->id.value);
        const std::string& id = isEndpoint ? (endpoint++)->id.value : (nat++)->id.value;
        visit(id, &id);
    }
}

void lookAt(const Facts& facts, const void* row, Look::Found& found) {
    const AnyId thing(*static_cast<const std::string*>(row));
    const Zone zone = onlyZoneOf(facts.design(), thing);
    if (!zone) return;
    std::vector<const Flow*> cut = dependents(facts, thing, zone);
    if (cut.empty()) return;
    const Network& without = facts.withZoneDown(zone);
    std::erase_if(cut, [&](const Flow* flow) { return !breaks(facts, *flow, without); });
    if (cut.empty()) return;
    const AnyId target = cut.front()->to;
    found.push_back({thing,
                     callersIn(facts, cut) + " would lose " + facts.name(target) + " with " + facts.name(zone) +
                         ", the only zone of " + facts.name(thing) + ".",
                     Severity::Hint, fixesFor(facts, thing, cut)});
}

}  // namespace

extern const Rule zoneFailureCutsOthers = {
    .code = "RES002",
    .name = "zone-failure-cuts-others",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "The failure of a zone cuts off nothing in other zones",
    .why =
        "The call leaves its own zone for a gateway or endpoint that stands in another one alone. When that zone "
        "fails, the caller still runs and can do nothing.",
    .howToFix = "Give the endpoint a subnet, or the callers a NAT gateway, in their own zone.",
    .source = "AWS PrivateLink Guide; Amazon VPC User Guide, NAT gateway basics (F-029, F-243)",
    .check = Look(Look::Rows{.walk = walk}, lookAt),
};

}  // namespace gw::rules
