#include <algorithm>
#include <optional>

#include "model/check/rule.h"
#include "model/design/text_form.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Whether AWS puts interfaces with such addresses into the subnet. IPv6 alone it puts into IPv6-only subnets alone;
/// for Tunnel endpoints it asks for an IPv6 block (FACTS F-034).
bool fits(const Subnet& subnet, IpAddressType type, bool mayKeepIpv4) {
    switch (type) {
        case IpAddressType::Ipv4:
            return subnet.cidr.has_value();
        case IpAddressType::Ipv6:
            return subnet.ipv6Cidr && (mayKeepIpv4 || !subnet.cidr);
        case IpAddressType::Dualstack:
            return subnet.cidr && subnet.ipv6Cidr;
    }
    return true;
}

std::string_view lackOf(const Subnet& subnet, IpAddressType type) {
    if (type == IpAddressType::Ipv6 && subnet.ipv6Cidr) return "is not IPv6-only";
    const bool lacksIpv4 = type != IpAddressType::Ipv6 && !subnet.cidr;
    return lacksIpv4 ? "has no IPv4 block" : "has no IPv6 block";
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    // What AWS asks of a gateway endpoint's subnets is not said for subnets that merely use its route tables.
    if (endpoint.type == EndpointType::Gateway || endpoint.type == EndpointType::GatewayLoadBalancer) return;
    std::vector<const Subnet*> subnets;
    for (const Id<Subnet>& id : endpoint.subnets)
        // A subnet without any block is a finding of its own.
        if (const Subnet* subnet = find(facts.design(), id); subnet && (subnet->cidr || subnet->ipv6Cidr))
            subnets.push_back(subnet);
    const bool mayKeepIpv4 = endpoint.type == EndpointType::Tunnel;
    const auto misfit = std::ranges::find_if(
        subnets, [&](const Subnet* subnet) { return !fits(*subnet, endpoint.ipAddressType, mayKeepIpv4); });
    if (misfit == subnets.end()) return;
    const std::string name = facts.name(endpoint.id);
    Finding finding{endpoint.id,
                    name + " has the IP type " + textOf(endpoint.ipAddressType) + ", but " + facts.name((*misfit)->id) +
                        " " + std::string(lackOf(**misfit, endpoint.ipAddressType)) + ".",
                    Severity::Error};
    for (const IpAddressType type : {IpAddressType::Dualstack, IpAddressType::Ipv4, IpAddressType::Ipv6})
        if (std::ranges::all_of(subnets, [&](const Subnet* subnet) { return fits(*subnet, type, mayKeepIpv4); })) {
            finding.fixes.push_back(reviewedFix("Give " + name + " the IP type " + textOf(type),
                                                edits::setField(endpoint.id, "ipAddressType", textOf(type))));
            break;
        }
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule endpointIpType = {
    .code = "VPE022",
    .name = "endpoint-ip-type",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "The subnets of an endpoint have addresses of its IP type",
    .why =
        "AWS makes an IPv4 endpoint in subnets with an IPv4 block, an IPv6 one in IPv6-only subnets, and a dual-stack "
        "one "
        "in subnets that have both.",
    .howToFix = "Choose the IP type that all its subnets have, or other subnets.",
    .source = "AWS PrivateLink Guide, Access AWS services through AWS PrivateLink: IP address types (F-033, F-034)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
