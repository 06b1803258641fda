#include "model/check/rule.h"
#include "model/design/text_form.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Whether AWS takes the record type for an endpoint of that type and IP type.
bool isTaken(const Endpoint& endpoint) {
    const DnsRecordIpType record = endpoint.dnsRecordIpType;
    if (record == DnsRecordIpType::Default) return true;
    const bool isGateway = endpoint.type == EndpointType::Gateway;
    if (isGateway && endpoint.service == "dynamodb") return record == DnsRecordIpType::ServiceDefined;
    switch (endpoint.ipAddressType) {
        case IpAddressType::Ipv4:
            return record == DnsRecordIpType::Ipv4 || (isGateway && record == DnsRecordIpType::ServiceDefined);
        case IpAddressType::Ipv6:
            return record == DnsRecordIpType::Ipv6 || (isGateway && record == DnsRecordIpType::ServiceDefined);
        case IpAddressType::Dualstack:
            return true;
    }
    return true;
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    const bool isAsked = endpoint.type == EndpointType::Gateway || endpoint.type == EndpointType::Interface;
    if (!isAsked || isTaken(endpoint)) return;
    const std::string name = facts.name(endpoint.id);
    found.push_back({endpoint.id,
                     name + " of IP type " + textOf(endpoint.ipAddressType) + " takes no DNS records of type " +
                         textOf(endpoint.dnsRecordIpType) + ".",
                     Severity::Error,
                     {safeFix("Leave the DNS record type of " + name + " to AWS",
                              edits::setField(endpoint.id, "dnsRecordIpType", "default"))}});
}

}  // namespace

extern const Rule endpointDnsRecordType = {
    .code = "DNS014",
    .name = "endpoint-dns-record-type",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "The DNS record type of an endpoint fits its IP type",
    .why =
        "An IPv4 endpoint has IPv4 records, an IPv6 one IPv6 records; only a dual-stack endpoint has the choice. "
        "Gateway "
        "endpoints also take service-defined, and those for DynamoDB nothing else.",
    .howToFix = "Leave the record type at its default, or change the IP type of the endpoint.",
    .source = "AWS PrivateLink Guide, DNS record IP type; Gateway endpoints (F-036, F-037, F-039)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
