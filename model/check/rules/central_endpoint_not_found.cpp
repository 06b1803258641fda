#include <algorithm>
#include <map>

#include "model/check/encounters.h"
#include "model/check/needs.h"
#include "model/check/other_doors.h"
#include "model/design/references.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"
#include "model/edit/records.h"
#include "model/reach/host_name.h"

namespace gw::rules {
namespace {

/// Calls of one VPC that an endpoint of another could carry.
struct Lost {
    const Endpoint* endpoint = nullptr;
    const Vpc* vpc = nullptr;
    std::vector<const Flow*> flows{};
    bool stops = false;
};

/// Calls that fare alike on the network: same subnets and groups of the caller, same service.
std::string likenessOf(const Workload& caller, const ServiceResource& target) {
    std::string likeness = target.service + " " + target.region.value;
    for (const auto& id : caller.subnets) likeness += " " + id.value;
    for (const auto& id : caller.securityGroups) likeness += " " + id.value;
    return likeness;
}

std::vector<Lost> lostCalls(const Facts& facts) {
    std::map<std::pair<std::string, std::string>, Lost> byDoor;
    const OtherDoors otherDoors(facts);
    std::map<std::string, const Endpoint*> doors;
    for (const auto& [flow, trace, caller, vpc, target] : facts.flows()) {
        if (!vpc || !target || flow.intent != FlowIntent::Private || flow.hostStyle != HostStyle::Regional ||
            isPrivate(trace.verdict) || trace.verdict == Verdict::Unknown ||
            hasEndpoint(facts.network(), vpc->id, target->service))
            continue;
        const auto [at, isNew] = doors.try_emplace(likenessOf(*caller, *target), nullptr);
        if (isNew) at->second = otherDoors.doorFor(flow, *vpc);
        const Endpoint* door = at->second;
        if (!door) continue;
        Lost& lost = byDoor[{door->id.value, vpc->id.value}];
        lost.endpoint = door;
        lost.vpc = vpc;
        lost.flows.push_back(&flow);
        lost.stops = lost.stops || isStopped(trace);
    }
    std::vector<Lost> found;
    for (auto& [key, lost] : byDoor) found.push_back(std::move(lost));
    return found;
}

/// Private hosted zones answer in a VPC with both DNS attributes alone (FACTS F-149).
Edit attributesOn(const Vpc& vpc) {
    std::vector<Edit> steps;
    if (!vpc.dnsSupport || !vpc.dnsHostnames) steps.push_back(edits::setVpcDns(vpc.id, true, true));
    return inOrder({}, std::move(steps));
}

/// Leads the service's name to the endpoint in the callers' VPC: by the zone that does so for others, or a new one.
Fix namesIn(const Facts& facts, const Lost& lost) {
    const std::string_view region = serviceRegionOf(facts.network(), *lost.endpoint);
    const std::string domain = serviceDomainOf(lost.endpoint->service, region);
    const std::string vpc = facts.name(lost.vpc->id);
    for (const HostedZone& zone : facts.design().hostedZones) {
        const bool leadsThere = std::ranges::any_of(
            zone.records, [&](const DnsRecord& record) { return record.alias == AnyId(lost.endpoint->id); });
        if (!zone.isPrivate || zone.name != domain || !leadsThere) continue;
        std::string vpcs;
        for (const auto& id : zone.vpcs)
            if (id != lost.vpc->id) vpcs += id.value + ", ";
        return safeFix(
            "Associate " + domain + " with " + vpc,
            inOrder({}, {attributesOn(*lost.vpc), edits::setField(zone.id, "vpcs", vpcs + lost.vpc->id.value)}));
    }
    HostedZone zone;
    zone.id = {freeId(facts.design(), "zone-" + lost.endpoint->service)};
    zone.name = domain;
    zone.vpcs = {lost.vpc->id};
    zone.records = {{.name = domain, .type = "A", .values = {}, .alias = lost.endpoint->id}};
    // Buckets, APIs and registries have names below that of the service.
    zone.records.push_back({.name = "*." + domain, .type = "A", .values = {}, .alias = lost.endpoint->id});
    return safeFix("Lead " + domain + " to " + facts.name(lost.endpoint->id) + " in " + vpc,
                   inOrder({}, {attributesOn(*lost.vpc), edits::addHostedZone(std::move(zone))}));
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const Lost& lost : lostCalls(facts))
        found.push_back({lost.endpoint->id,
                         callersIn(facts, lost.flows) + " of " + facts.name(lost.vpc->id) + " could use " +
                             facts.name(lost.endpoint->id) + ", but its name does not lead there.",
                         lost.stops ? Severity::Error : Severity::Warning,
                         {namesIn(facts, lost)}});
    return found;
}

}  // namespace

extern const Rule centralEndpointNotFound = {
    .code = "DNS006",
    .name = "central-endpoint-not-found",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "VPCs that share a central endpoint find it by the service's name",
    .why =
        "Private DNS works inside the endpoint's own VPC alone. Elsewhere the service's name leads to its public "
        "addresses, though routes and security groups would let the call reach the endpoint.",
    .howToFix =
        "Make a private hosted zone for the service's domain with an alias to the endpoint, and associate it with the "
        "callers' VPCs.",
    .source = "AWS PrivateLink Guide, Access AWS services; Amazon VPC Peering Guide (F-073, F-074, F-075)",
    .check = look,
};

}  // namespace gw::rules
