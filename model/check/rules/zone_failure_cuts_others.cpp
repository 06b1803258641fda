#include <map>
#include <memory>

#include "model/check/encounters.h"
#include "model/check/needs.h"
#include "model/check/zones.h"
#include "model/edit/edits.h"
#include "model/reach/what_if.h"

namespace gw::rules {
namespace {

using Zone = Id<AvailabilityZone>;

/// Each zone asked about costs a copy of the design and its network, at every edit: too much for larger designs, where
/// the what-if of a zone is asked for by hand.
constexpr std::size_t mostRows = 600;

/// Placements do not count: nothing that judges reads them.
std::size_t rowsOf(const Design& design) {
    std::size_t rows = 0;
    forEachTable([&](auto table) { rows += (design.*table).size(); });
    return rows - design.placements.size();
}

/// The one zone that the thing on the way stands in; empty where it stands in several, or in none.
Zone onlyZoneOf(const Design& design, const AnyId& thing) {
    std::set<Zone> zones;
    if (const Endpoint* endpoint = find(design, Id<Endpoint>{thing.value}))
        zones = zonesOf(design, endpoint->subnets);
    else if (const NatGateway* nat = find(design, Id<NatGateway>{thing.value}))
        zones = zonesOf(design, std::vector{nat->subnet});
    return zones.size() == 1 ? *zones.begin() : Zone{};
}

/// Calls through one thing whose zone is not theirs.
using Dependents = std::map<AnyId, std::vector<const Flow*>>;

Dependents dependents(const Facts& facts) {
    Dependents found;
    for (const Trace& trace : facts.traces()) {
        const Flow* flow = find(facts.design(), trace.flow);
        const Workload* caller = callerOf(facts.design(), *flow);
        if (!caller || !isWanted(*flow) || isStopped(trace) || trace.network == Verdict::Unknown) continue;
        const std::set<Zone> own = zonesOf(facts.design(), caller->subnets);
        for (const AnyId& thing : trace.via) {
            const Zone zone = onlyZoneOf(facts.design(), thing);
            if (zone && !own.empty() && !own.contains(zone)) found[thing].push_back(flow);
        }
    }
    // Where callers stand in several zones, that the thing stands in one is a finding of its own.
    std::erase_if(found, [&](const auto& entry) {
        return zonesOf(facts.design(), callersOf(facts.design(), entry.second)).size() > 1;
    });
    return found;
}

/// Designs with one zone down, each made once.
class Failures {
public:
    explicit Failures(const Design& design) : design_(&design) {}

    /// Whether the call fares worse without the zone.
    bool breaks(const Flow& flow, Verdict before, const Zone& zone) {
        const Network* network = without(zone);
        const Flow* left = network ? find(network->design(), flow.id) : nullptr;
        if (!left) return false;
        const Trace after = trace(*network, *left, Telling::Verdict);
        return isStopped(after) || (isPrivate(before) && !isPrivate(after.network));
    }

private:
    struct Failed {
        explicit Failed(Design left) : design(std::move(left)), network(design) {}
        Design design;
        Network network;
    };

    const Network* without(const Zone& zone) {
        auto [at, isNew] = failed_.try_emplace(zone);
        if (isNew)
            if (auto left = withZoneDown(*design_, zone.value)) at->second = std::make_unique<Failed>(*std::move(left));
        return at->second ? &at->second->network : nullptr;
    }

    const Design* design_;
    std::map<Zone, std::unique_ptr<Failed>> failed_;
};

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

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    if (facts.design().flows.empty() || rowsOf(facts.design()) > mostRows) return found;
    Failures failures(facts.design());
    for (auto& [thing, flows] : dependents(facts)) {
        const Zone zone = onlyZoneOf(facts.design(), thing);
        std::vector<const Flow*> cut;
        for (const Flow* flow : flows)
            if (failures.breaks(*flow, facts.traceOf(flow->id)->network, zone)) cut.push_back(flow);
        if (cut.empty()) continue;
        const AnyId target = cut.front()->to;
        found.push_back({thing,
                         callersIn(facts, cut) + " would lose " + facts.name(target) + " with " + facts.name(zone) +
                             ", the only zone of " + facts.name(thing) + ".",
                         Severity::Hint, fixesFor(facts, thing, cut)});
    }
    return found;
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
    .howToFix =
        "Give the endpoint a subnet, or the callers a NAT gateway, in their own zone. Designs of more than 600 rows "
        "are not looked at while they are edited: ask trace --zone-down.",
    .source = "AWS PrivateLink Guide; Amazon VPC User Guide, NAT gateway basics (F-029, F-243)",
    .check = look,
};

}  // namespace gw::rules
