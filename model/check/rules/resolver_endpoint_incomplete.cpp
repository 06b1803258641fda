#include <algorithm>
#include <set>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

constexpr std::size_t fewestAddresses = 2;

/// Subnets of the VPC for the addresses that are missing: those in zones that have none yet come first.
std::vector<Id<Subnet>> furtherSubnets(const Facts& facts, const ResolverEndpoint& endpoint) {
    std::set<Id<AvailabilityZone>> zones;
    for (const Id<Subnet>& id : endpoint.subnets)
        if (const Subnet* subnet = find(facts.design(), id)) zones.insert(subnet->zone);
    std::vector<Id<Subnet>> apart;
    std::vector<Id<Subnet>> others;
    for (const Subnet* subnet : facts.network().subnetsOf(endpoint.vpc))
        if (!std::ranges::count(endpoint.subnets, subnet->id))
            (zones.insert(subnet->zone).second ? apart : others).push_back(subnet->id);
    apart.insert(apart.end(), others.begin(), others.end());
    apart.resize(std::min(apart.size(), fewestAddresses - endpoint.subnets.size()));
    return apart;
}

void lookAt(const Facts& facts, const ResolverEndpoint& endpoint, std::vector<Finding>& found) {
    const std::string name = facts.name(endpoint.id);
    if (endpoint.subnets.size() < fewestAddresses) {
        Finding finding{
            endpoint.id,
            name + (endpoint.subnets.empty() ? " has no address" : " has one address") + ": AWS wants two or more.",
            Severity::Error};
        std::vector<Id<Subnet>> subnets = endpoint.subnets;
        std::vector<std::string> names;
        for (const Id<Subnet>& further : furtherSubnets(facts, endpoint)) {
            subnets.push_back(further);
            names.push_back(facts.name(further));
        }
        if (subnets.size() >= fewestAddresses)
            finding.fixes.push_back(reviewedFix("Put " + name + " into " + listOf(names),
                                                edits::setField(endpoint.id, "subnets", idsOf(subnets))));
        found.push_back(std::move(finding));
    }
    if (endpoint.securityGroups.empty())
        found.push_back({endpoint.id, name + " has no security group: AWS wants one.", Severity::Error});
}

}  // namespace

extern const Rule resolverEndpointIncomplete = {
    .code = "DNS015",
    .name = "resolver-endpoint-incomplete",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A Resolver endpoint has two addresses and a security group",
    .why =
        "AWS makes a Resolver endpoint with at least two IP addresses, so that one may fail or be serviced, and with a "
        "security group; there is no default for it.",
    .howToFix = "Name a subnet in each of two zones, and a group that lets DNS through (port 53, TCP and UDP).",
    .source =
        "Amazon Route 53 API, CreateResolverEndpoint; Route 53 Developer Guide, High availability for Resolver "
        "endpoints (F-365)",
    .check = each<&Design::resolverEndpoints, lookAt>(),
};

}  // namespace gw::rules
