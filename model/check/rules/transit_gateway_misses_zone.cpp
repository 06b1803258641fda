#include <algorithm>
#include <map>

#include "model/check/encounters.h"
#include "model/check/needs.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

const TransitGatewayAttachment* attachmentOf(const Facts& facts, const AnyId& gateway, const Vpc& vpc) {
    for (const TransitGatewayAttachment& each : facts.design().transitGatewayAttachments)
        if (each.transitGateway.value == gateway.value && each.resource.value == vpc.id.value) return &each;
    return nullptr;
}

/// Zones of the callers in which the attachment has no subnet, each with the first caller's subnet there.
std::map<Id<AvailabilityZone>, const Subnet*> missingZones(const Facts& facts,
                                                           const TransitGatewayAttachment& attachment,
                                                           const std::vector<const Workload*>& callers) {
    std::map<Id<AvailabilityZone>, const Subnet*> zones;
    for (const Workload* caller : callers)
        for (const auto& id : caller->subnets)
            if (const Subnet* subnet = find(facts.design(), id); subnet && subnet->zone)
                zones.emplace(subnet->zone, subnet);
    for (const auto& id : attachment.subnets)
        if (const Subnet* subnet = find(facts.design(), id)) zones.erase(subnet->zone);
    return zones;
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const Encounter& met : encounters(facts, "TGW_AZ")) {
        std::map<const Vpc*, std::vector<const Workload*>> byVpc;
        for (const Workload* caller : callersOf(facts.design(), met.flows))
            byVpc[facts.network().vpcOf(*caller)].push_back(caller);
        for (const auto& [vpc, callers] : byVpc) {
            const TransitGatewayAttachment* attachment = vpc ? attachmentOf(facts, met.subject, *vpc) : nullptr;
            if (!attachment) continue;
            const std::string name = facts.name(attachment->id);
            for (const auto& [zone, subnet] : missingZones(facts, *attachment, callers)) {
                std::string subnets;
                for (const auto& id : attachment->subnets) subnets += id.value + ", ";
                // From memory (FACTS F-270): no ground for an error.
                found.push_back({attachment->id,
                                 name + " has no subnet in " + facts.name(zone) + ", where " +
                                     facts.name(callers.front()->id) + " stands.",
                                 Severity::Warning,
                                 {safeFix("Add " + facts.name(subnet->id) + " to " + name,
                                          edits::setField(attachment->id, "subnets", subnets + subnet->id.value))}});
            }
        }
    }
    std::ranges::sort(found, {}, [](const Finding& finding) { return finding.subject.value + finding.message; });
    return found;
}

}  // namespace

extern const Rule transitGatewayMissesZone = {
    .code = "RTE025",
    .name = "transit-gateway-misses-zone",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "A transit gateway attachment has a subnet in every zone of its callers",
    .why =
        "Packets enter a transit gateway in their own Availability Zone. Where the attachment has no subnet in the "
        "zone, they do not get there.",
    .howToFix = "Add a subnet of that zone to the attachment.",
    .source = "Amazon VPC Transit Gateways; Reachability Analyzer code TGW_ROUTE_AZ_RESTRICTION (F-270)",
    .check = look,
};

}  // namespace gw::rules
