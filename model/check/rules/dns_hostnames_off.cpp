#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool needsHostnames(const Endpoint* endpoint) {
    return endpoint->privateDns || endpoint->type == EndpointType::Gateway;
}

/// Private DNS answers nothing without hostnames, and AWS refuses record types of a gateway endpoint other than its
/// default (F-038, F-140). That gateway endpoints want them at all is what pages of AWS say of late, and others do not:
/// no more than a warning (F-399).
bool suffers(const Network& network, const Vpc& vpc, const Endpoint& endpoint) {
    if (endpoint.type == EndpointType::Gateway)
        return endpoint.dnsRecordIpType != DnsRecordIpType::Default &&
               endpoint.dnsRecordIpType != DnsRecordIpType::ServiceDefined;
    return !network.needs(vpc.id, endpoint.service).empty();
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    if (vpc.dnsHostnames) return;
    AnyId first;
    std::size_t count = 0;
    bool isError = false;
    for (const Endpoint* endpoint : facts.network().endpointsOf(vpc.id)) {
        if (!needsHostnames(endpoint)) continue;
        if (!first) first = endpoint->id;
        ++count;
        isError = isError || suffers(facts.network(), vpc, *endpoint);
    }
    for (const HostedZone* zone : facts.network().hostedZonesOf(vpc.id)) {
        if (!zone->isPrivate) continue;
        if (!first) first = zone->id;
        ++count;
    }
    if (!first) return;
    const std::string name = facts.name(vpc.id);
    Finding finding{vpc.id,
                    "DNS hostnames are off in " + name + ": " + facts.name(first) + andMore(count) +
                        agreeing(count, " needs", " need") + " them.",
                    isError ? Severity::Error : Severity::Warning};
    finding.fixes.push_back(safeFix("Turn DNS hostnames on in " + name, edits::setVpcDns(vpc.id, true, true)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule dnsHostnamesOff = {
    .code = "DNS002",
    .name = "dns-hostnames-off",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "DNS hostnames are on where endpoints answer under a service's name",
    .why =
        "Private DNS names of endpoints need both enableDnsSupport and enableDnsHostnames. Some pages of AWS ask "
        "both for gateway endpoints too, to which routes lead all the same, and for private hosted zones. "
        "enableDnsHostnames is off in every VPC but "
        "the default one unless it is turned on.",
    .howToFix = "Turn enableDnsHostnames on.",
    .source =
        "AWS PrivateLink Guide, Access AWS services; Gateway endpoints for Amazon S3 (F-105, F-140, F-141, F-149, "
        "F-399)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
