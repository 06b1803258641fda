#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"
#include "model/reach/host_name.h"

namespace gw::rules {
namespace {

/// Whether private DNS of the endpoint answers for that very domain, as far as AWS says so.
bool claims(const Facts& facts, const Endpoint& endpoint, std::string_view domain) {
    const std::string_view region = serviceRegionOf(facts.network(), endpoint);
    if (domain == serviceDomainOf(endpoint.service, region)) return true;
    const Service* service = Catalog::builtIn().service(endpoint.service);
    if (!service || service->privateDnsNamesConfidence == Confidence::Unverified) return false;
    return std::ranges::any_of(service->privateDnsNamesIn(region), [&](std::string_view name) {
        return name == domain || (name.starts_with("*.") && name.substr(2) == domain);
    });
}

std::vector<Fix> fixesFor(const Facts& facts, const HostedZone& zone, const Endpoint& endpoint) {
    const std::string vpc = facts.name(endpoint.vpc);
    std::vector<Fix> fixes;
    // A zone that leads to the endpoint does what private DNS would do.
    if (std::ranges::any_of(zone.records,
                            [&](const DnsRecord& record) { return record.alias.value == endpoint.id.value; }))
        fixes.push_back(reviewedFix("Turn private DNS off on " + facts.name(endpoint.id),
                                    edits::setEndpointPrivateDns(endpoint.id, false)));
    // AWS keeps no private zone without a VPC (DNS018).
    const std::string rest = idsOf(zone.vpcs, endpoint.vpc);
    fixes.push_back(rest.empty()
                        ? reviewedFix("Remove the hosted zone " + zone.name, edits::removeThings({zone.id.value}))
                        : reviewedFix("Take " + vpc + " out of " + zone.name, edits::setField(zone.id, "vpcs", rest)));
    return fixes;
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.type != EndpointType::Interface || !endpoint.privateDns || endpoint.service.empty()) return;
    for (const HostedZone* zone : facts.network().hostedZonesOf(endpoint.vpc))
        if (claims(facts, endpoint, zone->name))
            found.push_back({endpoint.id,
                             facts.name(endpoint.id) + " and a hosted zone both hold " + zone->name + " in " +
                                 facts.name(endpoint.vpc) + ".",
                             Severity::Error, fixesFor(facts, *zone, endpoint)});
}

}  // namespace

extern const Rule hostedZoneOverPrivateDns = {
    .code = "DNS005",
    .name = "hosted-zone-over-private-dns",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A domain has one private zone in a VPC",
    .why =
        "Private DNS of an endpoint is a hidden hosted zone. AWS refuses it beside a private hosted zone of the same "
        "domain, and the other way round, with a conflicting DNS domain.",
    .howToFix = "Turn private DNS off on the endpoint, or take the VPC out of the hosted zone.",
    .source = "Amazon Route 53 API, ConflictingDomainExists; AWS PrivateLink Guide (F-075, F-144)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
