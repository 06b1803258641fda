#pragma once
#include <string_view>

#include "model/design/design.h"

namespace gw {

/// Facts that no design draws and that an Assumption row (key, value, subject) may fill in. Without such a row a flow
/// that turns on one of them is unknown unless said otherwise; values other than those named here change nothing.
namespace assumed {
/// Subject: a VPC with DNS servers of its own. "yes": they forward AWS's names to the VPC's Amazon DNS server (FACTS
/// F-192); "no": they ask public DNS.
inline constexpr std::string_view dnsForwards = "dns-forwards";
/// Subject: an on-premises network. The id of the inbound Resolver endpoint to which its DNS servers forward AWS's
/// names; "public": they ask public DNS.
inline constexpr std::string_view dnsForwardsTo = "dns-forwards-to";
/// Subject: a Gateway Load Balancer endpoint, or an endpoint service whose load balancers are not drawn. "yes": the
/// appliances or the provider behind it let through what is asked of them.
inline constexpr std::string_view passes = "passes";
/// Subject: a service resource. "yes": its host name has IPv6 addresses too; "no": it has IPv4 addresses alone.
inline constexpr std::string_view ipv6Name = "ipv6-name";
/// Subject: an organisation. The id of its management account, which neither SCPs nor RCPs restrict. Without it every
/// account is taken for a member.
inline constexpr std::string_view managementAccount = "management-account";
}  // namespace assumed

/// The value of the assumption; empty where the design makes none.
inline std::string_view assumptionOf(const Design& design, std::string_view key, std::string_view subject) {
    for (const Assumption& each : design.assumptions)
        if (each.key == key && each.subject.value == subject) return each.value;
    return {};
}

}  // namespace gw
