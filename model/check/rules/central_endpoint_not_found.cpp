#include <algorithm>
#include <map>

#include "model/check/encounters.h"
#include "model/check/endpoints_elsewhere.h"
#include "model/check/needs.h"
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
    std::map<std::pair<std::string, std::string>, Lost> byEndpoint;
    const EndpointsElsewhere elsewhere(facts);
    std::map<std::string, const Endpoint*> endpoints;
    for (const auto& [flow, trace, caller, vpc, target] : facts.flows()) {
        if (!vpc || !target || flow.intent != FlowIntent::Private || flow.hostStyle != HostStyle::Regional ||
            isPrivate(trace.network) || trace.network == Verdict::Unknown ||
            hasEndpoint(facts.network(), vpc->id, target->service))
            continue;
        const auto [at, isNew] = endpoints.try_emplace(likenessOf(*caller, *target), nullptr);
        if (isNew) at->second = elsewhere.endpointFor(flow, *vpc);
        const Endpoint* endpoint = at->second;
        if (!endpoint) continue;
        Lost& lost = byEndpoint[{endpoint->id.value, vpc->id.value}];
        lost.endpoint = endpoint;
        lost.vpc = vpc;
        lost.flows.push_back(&flow);
        lost.stops = lost.stops || isStopped(trace);
    }
    std::vector<Lost> found;
    for (auto& [key, lost] : byEndpoint) found.push_back(std::move(lost));
    return found;
}

/// Private hosted zones answer in a VPC with both DNS attributes alone (FACTS F-149): what turns them on for the whole
/// VPC says so, and is looked at first.
Fix withAttributesOn(const Facts& facts, const Vpc& vpc, std::string label, Edit edit) {
    if (vpc.dnsSupport && vpc.dnsHostnames) return safeFix(std::move(label), std::move(edit));
    return reviewedFix(label + " and turn DNS on in " + facts.name(vpc.id),
                       inOrder({}, {edits::setVpcDns(vpc.id, true, true), std::move(edit)}));
}

/// Leads the service's name to the endpoint in the callers' VPC: by the zone that does so for others, or a new one.
/// Empty where a zone of that name answers in the VPC already: it takes no second one (F-144), and what its owner meant
/// by it is not ours to overrule.
std::optional<Fix> namesIn(const Facts& facts, const Lost& lost) {
    const std::string_view region = serviceRegionOf(facts.network(), *lost.endpoint);
    const std::string domain = serviceDomainOf(lost.endpoint->service, region);
    const std::string vpc = facts.name(lost.vpc->id);
    if (std::ranges::any_of(facts.network().hostedZonesOf(lost.vpc->id),
                            [&](const HostedZone* zone) { return zone->name == domain; }))
        return std::nullopt;
    for (const HostedZone& zone : facts.design().hostedZones) {
        const bool leadsThere = std::ranges::any_of(
            zone.records, [&](const DnsRecord& record) { return record.alias == AnyId(lost.endpoint->id); });
        if (!zone.isPrivate || zone.name != domain || !leadsThere) continue;
        std::string vpcs;
        for (const auto& id : zone.vpcs)
            if (id != lost.vpc->id) vpcs += id.value + ", ";
        return withAttributesOn(facts, *lost.vpc, "Associate " + domain + " with " + vpc,
                                edits::setField(zone.id, "vpcs", vpcs + lost.vpc->id.value));
    }
    HostedZone zone;
    zone.id = {freeId(facts.design(), "zone-" + lost.endpoint->service)};
    zone.name = domain;
    zone.vpcs = {lost.vpc->id};
    zone.records = {{.name = domain, .type = "A", .values = {}, .alias = lost.endpoint->id}};
    // Buckets, APIs and registries have names below that of the service.
    zone.records.push_back({.name = "*." + domain, .type = "A", .values = {}, .alias = lost.endpoint->id});
    return withAttributesOn(facts, *lost.vpc, "Lead " + domain + " to " + facts.name(lost.endpoint->id) + " in " + vpc,
                            edits::addHostedZone(std::move(zone)));
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const Lost& lost : lostCalls(facts)) {
        Finding finding{lost.endpoint->id,
                        callersIn(facts, lost.flows) + " of " + facts.name(lost.vpc->id) + " could use " +
                            facts.name(lost.endpoint->id) + ", but its name does not lead there.",
                        lost.stops ? Severity::Error : Severity::Warning};
        if (auto fix = namesIn(facts, lost)) finding.fixes.push_back(*std::move(fix));
        found.push_back(std::move(finding));
    }
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
