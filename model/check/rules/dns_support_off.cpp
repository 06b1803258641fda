#include <algorithm>

#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// What in the VPC needs the Amazon DNS server.
struct Dependent {
    AnyId thing{};
    /// AWS refuses it, or a declared need of the VPC goes through it.
    bool isServing = false;
};

std::vector<Dependent> dependentsOf(const Facts& facts, const Vpc& vpc) {
    std::vector<Dependent> dependents;
    for (const HostedZone& zone : facts.design().hostedZones)
        if (zone.isPrivate && std::ranges::count(zone.vpcs, vpc.id)) dependents.push_back({zone.id, true});
    for (const Endpoint* endpoint : facts.network().endpointsOf(vpc.id))
        if (endpoint->privateDns || endpoint->type == EndpointType::Gateway)
            dependents.push_back({endpoint->id, !facts.network().needs(vpc.id, endpoint->service).empty()});
    return dependents;
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    if (vpc.dnsSupport) return;
    const std::vector<Dependent> dependents = dependentsOf(facts, vpc);
    if (dependents.empty()) return;
    const std::string name = facts.name(vpc.id);
    Finding finding{vpc.id,
                    "DNS resolution is off in " + name + ": " + facts.name(dependents.front().thing) +
                        andMore(dependents.size()) + agreeing(dependents.size(), " needs", " need") + " it.",
                    std::ranges::any_of(dependents, &Dependent::isServing) ? Severity::Error : Severity::Warning};
    finding.fixes.push_back(
        safeFix("Turn DNS resolution on in " + name, edits::setVpcDns(vpc.id, true, vpc.dnsHostnames)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule dnsSupportOff = {
    .code = "DNS001",
    .name = "dns-support-off",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "DNS resolution is on where names must be resolved",
    .why =
        "With enableDnsSupport off the Amazon DNS server does not answer in the VPC: private DNS names of endpoints, "
        "private hosted "
        "zones and the names that gateway endpoints are reached by are not resolved.",
    .howToFix = "Turn enableDnsSupport on; private DNS names need enableDnsHostnames too.",
    .source =
        "AWS PrivateLink Guide, Access AWS services; Gateway endpoints for Amazon S3; Route 53 Developer Guide (F-105, "
        "F-140, F-149)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
