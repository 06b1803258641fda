#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

const Endpoint* gatewayEndpointBeside(const Design& design, const Endpoint& endpoint) {
    const auto at = std::ranges::find_if(design.endpoints, [&](const Endpoint& other) {
        return other.type == EndpointType::Gateway && other.vpc == endpoint.vpc && other.service == endpoint.service;
    });
    return at == design.endpoints.end() ? nullptr : &*at;
}

/// The records that the interface endpoint has.
DnsRecordIpType recordsOf(const Endpoint& endpoint) {
    if (endpoint.dnsRecordIpType != DnsRecordIpType::Default) return endpoint.dnsRecordIpType;
    switch (endpoint.ipAddressType) {
        case IpAddressType::Ipv4:
            return DnsRecordIpType::Ipv4;
        case IpAddressType::Ipv6:
            return DnsRecordIpType::Ipv6;
        case IpAddressType::Dualstack:
            return DnsRecordIpType::Dualstack;
    }
    return DnsRecordIpType::Default;
}

/// Whether the gateway endpoint has records of the same type, or leaves them to the service (FACTS F-037, F-126).
bool agrees(const Endpoint& gateway, const Endpoint& endpoint) {
    return gateway.dnsRecordIpType == DnsRecordIpType::Default ||
           gateway.dnsRecordIpType == DnsRecordIpType::ServiceDefined || gateway.dnsRecordIpType == recordsOf(endpoint);
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (!endpoint.privateDnsOnlyForInboundResolver) return;
    const std::string name = facts.name(endpoint.id);
    const auto report = [&](const std::string& fault, Fix fix) {
        found.push_back({endpoint.id,
                         name + " keeps private DNS to inbound resolvers, " + fault + ".",
                         Severity::Error,
                         {std::move(fix)}});
    };
    const Fix off = reviewedFix("Turn that option of " + name + " off",
                                edits::setField(endpoint.id, "privateDnsOnlyForInboundResolver", "false"));
    if (endpoint.type != EndpointType::Interface) return report("which only an interface endpoint can", off);
    if (endpoint.service != "s3") return report("which S3 alone offers", off);
    if (!endpoint.privateDns) return;
    const Endpoint* gateway = gatewayEndpointBeside(facts.design(), endpoint);
    if (!gateway) return report("but " + facts.name(endpoint.vpc) + " has no gateway endpoint for S3", off);
    if (!agrees(*gateway, endpoint))
        report("but " + facts.name(gateway->id) + " has other DNS records than it",
               safeFix("Leave the DNS record type of " + facts.name(gateway->id) + " to AWS",
                       edits::setField(gateway->id, "dnsRecordIpType", "service-defined")));
}

}  // namespace

extern const Rule inboundResolverPrivateDns = {
    .code = "VPE019",
    .name = "inbound-resolver-private-dns",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Private DNS for inbound resolvers alone stands beside a gateway endpoint for S3",
    .why =
        "With PrivateDnsOnlyForInboundResolverEndpoint clients in the VPC keep to the gateway endpoint: AWS refuses "
        "the "
        "option where the VPC has none, for endpoints of other types and for other services, and records of "
        "different types.",
    .howToFix = "Add a gateway endpoint for S3, or turn the option off.",
    .source =
        "Amazon S3 User Guide, AWS PrivateLink for Amazon S3; CreateVpcEndpoint, DnsOptions (F-041, F-042, F-124, "
        "F-126)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
