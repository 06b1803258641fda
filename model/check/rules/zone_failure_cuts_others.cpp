#include <map>
#include <memory>

#include "model/check/encounters.h"
#include "model/check/needs.h"
#include "model/check/zones.h"
#include "model/design/references.h"
#include "model/design/removal.h"
#include "model/edit/edits.h"
#include "model/reach/what_if.h"

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

/// Designs with one zone down, each made once. What stands in other zones is taken over.
class Failures {
public:
    explicit Failures(const Network& network)
        : network_(network), whole_(withoutFlows(network.design())), removal_(whole_) {
        for (const Subnet& subnet : network.design().subnets) subnets_[subnet.zone].insert(subnet.id.value);
    }

    /// Whether the call fares worse without the zone.
    bool breaks(const Flow& flow, Verdict before, const Zone& zone) {
        const Network& network = without(zone);
        // Whoever calls is in another zone; what is called may be gone, and nobody misses it.
        if (!contains(network.design(), flow.to)) return false;
        const Trace after = trace(network, flow, Telling::Verdict);
        return isStopped(after) || (isPrivate(before) && !isPrivate(after.network));
    }

private:
    /// No way depends on who else calls, and half of a design is calls.
    static Design withoutFlows(Design design) {
        design.flows = {};
        return design;
    }

    struct Failed {
        Failed(Design left, const Network& before) : design(std::move(left)), network(design, &before) {}
        Design design;
        Network network;
    };

    const Network& without(const Zone& zone) {
        auto [at, isNew] = failed_.try_emplace(zone);
        if (isNew) at->second = std::make_unique<Failed>(removal_.without(subnets_[zone]), network_);
        return at->second->network;
    }

    const Network& network_;
    const Design whole_;
    const RemovalIndex removal_;
    std::map<Zone, std::set<std::string>> subnets_;
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
    const Dependents all = dependents(facts);
    if (all.empty()) return found;
    Failures failures(facts.network());
    for (const auto& [thing, flows] : all) {
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
    .howToFix = "Give the endpoint a subnet, or the callers a NAT gateway, in their own zone.",
    .source = "AWS PrivateLink Guide; Amazon VPC User Guide, NAT gateway basics (F-029, F-243)",
    .check = look,
};

}  // namespace gw::rules
