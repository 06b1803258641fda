#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/check/zones.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Callers of the VPC whose calls take the endpoint.
std::vector<const Workload*> usersOf(const Facts& facts, const Endpoint& endpoint) {
    std::vector<const Flow*> flows = needsOf(facts, endpoint);
    std::erase_if(flows, [&](const Flow* flow) { return !goesThrough(*facts.traceOf(flow->id), endpoint.id); });
    return callersOf(facts.design(), flows);
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.type != EndpointType::Interface) return;
    const std::vector<const Workload*> users = usersOf(facts, endpoint);
    auto missing = zonesOf(facts.design(), users);
    // Callers in a single zone are for the rule that asks what its failure does.
    if (missing.size() < 2) return;
    for (const auto& zone : zonesOf(facts.design(), endpoint.subnets)) missing.erase(zone);
    if (missing.empty()) return;
    const std::string name = facts.name(endpoint.id);
    Finding finding{endpoint.id, name + " has no interface in " + facts.name(*missing.begin()) + ", where calls start.",
                    Severity::Hint};
    // In all of them, or the finding would stay.
    if (const auto further = subnetsInFurtherZones(facts, endpoint, users); further.size() == missing.size()) {
        std::vector<Id<Subnet>> subnets = endpoint.subnets;
        subnets.insert(subnets.end(), further.begin(), further.end());
        finding.fixes.push_back(reviewedFix("Add a subnet for " + name + " in each zone of its callers",
                                            edits::setEndpointSubnets(endpoint.id, std::move(subnets))));
    }
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule endpointInFewerZones = {
    .code = "RES001",
    .name = "endpoint-in-fewer-zones",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "An interface endpoint has an interface in every zone of its callers",
    .why =
        "Callers in other zones reach the endpoint across zones. When its zones fail, they lose the service although "
        "they still run. Each further interface is paid for by the hour.",
    .howToFix = "Add a subnet of each zone in which callers stand.",
    .source = "AWS PrivateLink Guide, Access AWS services; Prowler vpc_endpoint_multi_az_enabled (F-018, F-029)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
