#include "model/reach/codes.h"

#include <algorithm>
#include <array>

namespace gw {
namespace {

// clang-format off
constexpr auto table = std::to_array<CodeInfo>({
    {Code::DnsPrivateAnswer, "DNS_PRIVATE_ANSWER", "", "The name leads to the network interfaces of an endpoint, by private DNS."},
    {Code::DnsEndpointName, "DNS_ENDPOINT_NAME", "", "The caller uses the endpoint's own name, which leads to its network interfaces."},
    {Code::DnsZoneAnswer, "DNS_ZONE_ANSWER", "", "A hosted zone of the design answers."},
    {Code::DnsOwnAddress, "DNS_OWN_ADDRESS", "", "The caller uses the target's own address or name; no service name is asked for."},
    {Code::DnsPublicAnswer, "DNS_PUBLIC_ANSWER", "", "The name leads to public addresses, not to an endpoint."},
    {Code::DnsNoAnswer, "DNS_NO_ANSWER", "", "The name does not exist for this caller."},
    {Code::DnsHijacked, "DNS_HIJACKED", "", "Private DNS of an endpoint also answers for names that it does not serve, such as those of public APIs."},
    {Code::DnsSupportOff, "DNS_SUPPORT_OFF", "", "DNS resolution of the VPC is off, so the Amazon DNS server answers nothing."},
    {Code::DnsCustomServer, "DNS_CUSTOM_SERVER", "", "The VPC asks DNS servers of its own; whether they forward to the Amazon DNS server is not drawn."},
    {Code::DnsForwarded, "DNS_FORWARDED", "", "A Resolver rule sends the question to other servers, whose answer is not drawn."},
    {Code::DnsServerNotReached, "DNS_SERVER_NOT_REACHED", "", "The question does not get to the inbound Resolver endpoint that would answer it."},
    {Code::DnsNoIpv6, "DNS_NO_IPV6", "", "The name has no IPv6 address, and the caller no IPv4 address."},
    {Code::DnsNotKnown, "DNS_NOT_KNOWN", "", "What the name leads to does not follow from the design."},
    {Code::SgOutAllowed, "SG_OUT_ALLOWED", "", "A security group of the caller lets the call out."},
    {Code::SgOutNoMatch, "SG_OUT_NO_MATCH", "ENI_SG_RULES_MISMATCH", "No outbound rule of the caller's security groups covers the call."},
    {Code::SgInAllowed, "SG_IN_ALLOWED", "", "A security group of the target lets the call in."},
    {Code::SgInNoMatch, "SG_IN_NO_MATCH", "ENI_SG_RULES_MISMATCH", "No inbound rule of the target's security groups covers the call."},
    {Code::SgNoRules, "SG_NO_RULES", "SG_HAS_NO_RULES", "The security groups have no rule at all in this direction."},
    {Code::SgNone, "SG_NONE", "", "The network interface has no security group, so none filters."},
    {Code::SgRefLost, "SG_REF_LOST", "SG_REFERENCES_NOT_PRESERVED", "A rule names a security group, which is not seen across what the packets pass."},
    {Code::SgRefTgw, "SG_REF_TGW", "SG_REFERENCING_SUPPORT", "A rule names a security group across a transit gateway that does not pass such references."},
    {Code::SgAddressesNotKnown, "SG_ADDRESSES_NOT_KNOWN", "", "Rules cover a part of all public addresses; which ones the service uses is not drawn."},
    {Code::AclSameSubnet, "ACL_SAME_SUBNET", "", "Packets stay in one subnet, where network ACLs are not asked."},
    {Code::AclOutAllowed, "ACL_OUT_ALLOWED", "", "The network ACL lets the call out of the subnet."},
    {Code::AclOutDeny, "ACL_OUT_DENY", "SUBNET_ACL_RESTRICTION", "The network ACL stops the call on its way out of the subnet."},
    {Code::AclInAllowed, "ACL_IN_ALLOWED", "", "The network ACL lets the call into the subnet."},
    {Code::AclInDeny, "ACL_IN_DENY", "SUBNET_ACL_RESTRICTION", "The network ACL stops the call on its way into the subnet."},
    {Code::AclReturnAllowed, "ACL_RETURN_ALLOWED", "", "The network ACL lets replies pass, to every ephemeral port."},
    {Code::AclReturnDeny, "ACL_RETURN_DENY", "SUBNET_ACL_RESTRICTION", "The network ACL stops the replies: it keeps no state, so they need entries of their own."},
    {Code::AclReturnPartial, "ACL_RETURN_PARTIAL", "", "The network ACL lets replies to some of the ephemeral ports or addresses pass only: calls fail now and then."},
    {Code::AclAddressesNotKnown, "ACL_ADDRESSES_NOT_KNOWN", "", "Entries cover a part of all public addresses; which ones the service uses is not drawn."},
    {Code::RouteLocal, "ROUTE_LOCAL", "", "The local route of the VPC leads there."},
    {Code::RouteMatched, "ROUTE_MATCHED", "", "A route leads there."},
    {Code::RouteOtherMoreSpecific, "ROUTE_OTHER_MORE_SPECIFIC", "MORE_SPECIFIC_ROUTE", "A more specific or static route takes the packets away from the gateway endpoint."},
    {Code::RouteNone, "ROUTE_NONE", "NO_ROUTE_TO_DESTINATION", "No route leads there."},
    {Code::RouteBlackhole, "ROUTE_BLACKHOLE", "BAD_STATE_ROUTE", "The route that matches leads nowhere."},
    {Code::RouteLoop, "ROUTE_LOOP", "", "The routes send the packets in a circle."},
    {Code::RouteNotKnown, "ROUTE_NOT_KNOWN", "", "Which route is taken depends on addresses that are not drawn."},
    {Code::RouteTableNotKnown, "ROUTE_TABLE_NOT_KNOWN", "", "Several route tables are drawn for the subnet, and AWS has one for each (Amazon VPC User Guide, Configure route tables)."},
    {Code::RouteReturn, "ROUTE_RETURN", "", "Replies find their way back."},
    {Code::NatPassed, "NAT_PASSED", "", "The NAT gateway passes the call on under its own address."},
    {Code::NatNoExit, "NAT_NO_EXIT", "", "The NAT gateway has no way to the internet."},
    {Code::NatForeignSource, "NAT_FOREIGN_SOURCE", "NGW_REQUIRES_SOURCE_IN_VPC", "A NAT gateway serves its own VPC; it cannot be used across a peering connection."},
    {Code::IgwPassed, "IGW_PASSED", "", "The internet gateway passes the call."},
    {Code::IgwNoPublicIp, "IGW_NO_PUBLIC_IP", "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS", "An internet gateway serves network interfaces with a public address alone."},
    {Code::IgwDetached, "IGW_DETACHED", "", "The gateway is not attached to this VPC."},
    {Code::EigwPassed, "EIGW_PASSED", "", "The egress-only internet gateway passes the call."},
    {Code::EigwIpv4, "EIGW_IPV4", "", "An egress-only internet gateway carries IPv6 alone."},
    {Code::PcxPassed, "PCX_PASSED", "", "The peering connection passes the call."},
    {Code::PcxState, "PCX_STATE", "BAD_STATE", "The peering connection is not active."},
    {Code::PcxTransit, "PCX_TRANSIT", "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR", "A peering connection leads to addresses of the other VPC alone; not on to its gateways or to further VPCs."},
    {Code::PcxNoReturn, "PCX_NO_RETURN", "", "The other VPC has no route back over the peering connection."},
    {Code::TgwPassed, "TGW_PASSED", "", "The transit gateway passes the call."},
    {Code::TgwAz, "TGW_AZ", "TGW_ROUTE_AZ_RESTRICTION", "The attachment has no subnet in the caller's Availability Zone."},
    {Code::TgwNoAssoc, "TGW_NO_ASSOC", "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION", "The attachment is associated with no route table of the transit gateway."},
    {Code::TgwNoRoute, "TGW_NO_ROUTE", "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT", "The route table of the transit gateway has no route to the target."},
    {Code::TgwNoReturn, "TGW_NO_RETURN", "", "The other side has no route back over the transit gateway."},
    {Code::TgwIpv6, "TGW_IPV6", "", "The attachment of the transit gateway carries IPv4 alone."},
    {Code::TgwOtherRegion, "TGW_OTHER_REGION", "", "A transit gateway takes attachments of VPCs of its own Region alone; it is peered with those of others (AWS Transit Gateway Guide, How transit gateways work)."},
    {Code::VpnPassed, "VPN_PASSED", "", "The line to the on-premises network passes the call."},
    {Code::VpnNoLine, "VPN_NO_LINE", "", "No line leads from this gateway to the network."},
    {Code::VpnOtherVpc, "VPN_OTHER_VPC", "", "A virtual private gateway leads into the VPC that it is attached to, and no further."},
    {Code::VpnNoReturn, "VPN_NO_RETURN", "", "The VPC has no route back to the on-premises network over the line."},
    {Code::AppliancePassed, "APPLIANCE_PASSED", "", "The appliances behind the Gateway Load Balancer endpoint pass it: the design assumes so."},
    {Code::SrcDstCheck, "SRC_DST_CHECK", "ENI_SOURCE_DEST_CHECK_RESTRICTION", "The instance drops packets of others, as its source/destination check is on."},
    {Code::MiddleNotKnown, "MIDDLE_NOT_KNOWN", "", "What this thing does with the packets does not follow from the design."},
    {Code::GwepPassed, "GWEP_PASSED", "", "The gateway endpoint takes the call."},
    {Code::GwepNotAssociated, "GWEP_NOT_ASSOCIATED", "", "There is a gateway endpoint, but not in this route table, and no other route leads there."},
    {Code::GwepProtocol, "GWEP_PROTOCOL", "VPCE_GATEWAY_PROTOCOL_RESTRICTION", "A gateway endpoint carries TCP alone."},
    {Code::GwepRemoteSource, "GWEP_REMOTE_SOURCE", "VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION", "A gateway endpoint serves callers of its own VPC alone."},
    {Code::GwepRegion, "GWEP_REGION", "", "A gateway endpoint leads to resources of its own Region alone."},
    {Code::GwepHostnamesOff, "GWEP_HOSTNAMES_OFF", "", "AWS asks for DNS hostnames on the VPC of a gateway endpoint, and they are off."},
    {Code::VpceReady, "VPCE_READY", "", "The endpoint is available and hands the call to the service."},
    {Code::VpceState, "VPCE_STATE", "BAD_STATE", "The endpoint is not available."},
    {Code::VpceAz, "VPCE_AZ", "VPCE_SERVICE_NOT_INSTALLED_IN_AZ", "The service behind the endpoint does not stand in this Availability Zone."},
    {Code::VpceProtocol, "VPCE_PROTOCOL", "", "The endpoint does not carry this protocol."},
    {Code::ApiIsPrivate, "API_IS_PRIVATE", "", "A private API answers through an execute-api endpoint alone."},
    {Code::ApiTypeNotKnown, "API_TYPE_NOT_KNOWN", "", "Whether the API is private is not stated."},
    {Code::PortNotListening, "PORT_NOT_LISTENING", "", "What is called does not answer on this port: a service on those that the catalogue lists for it (AWS General Reference, Service endpoints and quotas), a workload on those it declares."},
    {Code::PortNotKnown, "PORT_NOT_KNOWN", "", "Whether the service answers on this port is not known: the catalogue lists its ports for HTTPS, and some services take HTTP too (AWS General Reference, Service endpoints and quotas)."},
    {Code::BalancerKind, "LB_KIND", "", "Interface endpoints lead to endpoint services of Network Load Balancers alone (AWS PrivateLink Guide, Create a service powered by AWS PrivateLink)."},
    {Code::BalancerNoListener, "LB_NO_LISTENER", "ELBV2_LISTENERS_MISMATCH", "No listener of the load balancer takes this protocol and port (Elastic Load Balancing User Guide, Listeners)."},
    {Code::BalancerNoTarget, "LB_NO_TARGET", "", "The load balancer reaches none of the targets that its listener sends requests to (User Guide for Network Load Balancers, Target security groups)."},
    {Code::BalancerNotKnown, "LB_NOT_KNOWN", "", "What stands behind the load balancer, or how it calls its targets, does not follow from the design."},
    {Code::AddressNotOwned, "ADDRESS_NOT_OWNED", "ENI_ADDRESS_RESTRICTION", "The target stands in no network of the design that packets could be sent to."},
    {Code::PolicyNotJudged, "POL_NOT_JUDGED", "", "The design does not say who asks for what, so policies cannot be asked."},
    {Code::PolicyNotKnown, "POL_NOT_KNOWN", "", "What the policy says depends on a fact that is not drawn."},
    {Code::PolicyDefaultEndpoint, "POL_VPCE_DEFAULT", "", "The endpoint has the policy that AWS gives it, which lets everything pass."},
    {Code::PolicyNone, "POL_RESOURCE_NONE", "", "The resource has no policy of its own, and needs none."},
    {Code::PolicySilent, "POL_SILENT", "", "The policy neither allows nor denies it; another one's allowance suffices."},
    {Code::PolicyEndpointAllows, "POL_VPCE_ALLOWS", "", "The endpoint's policy allows it."},
    {Code::PolicyEndpointImplicit, "POL_VPCE_IMPLICIT", "", "No statement of the endpoint's policy allows it."},
    {Code::PolicyEndpointExplicit, "POL_VPCE_EXPLICIT", "", "A statement of the endpoint's policy denies it."},
    {Code::PolicyIdentityAllows, "POL_IDENTITY_ALLOWS", "", "A policy of the role allows it."},
    {Code::PolicyIdentityImplicit, "POL_IDENTITY_IMPLICIT", "", "No policy of the role allows it."},
    {Code::PolicyIdentityExplicit, "POL_IDENTITY_EXPLICIT", "", "A policy of the role denies it."},
    {Code::PolicyResourceAllows, "POL_RESOURCE_ALLOWS", "", "The resource's policy allows it."},
    {Code::PolicyResourceImplicit, "POL_RESOURCE_IMPLICIT", "", "The resource's policy would have to allow it, and no statement does."},
    {Code::PolicyResourceExplicit, "POL_RESOURCE_EXPLICIT", "", "A statement of the resource's policy denies it."},
    {Code::PolicyBoundaryImplicit, "POL_BOUNDARY_IMPLICIT", "", "The role's permissions boundary does not allow it."},
    {Code::PolicyBoundaryExplicit, "POL_BOUNDARY_EXPLICIT", "", "The role's permissions boundary denies it."},
    {Code::PolicyScpImplicit, "POL_SCP_IMPLICIT", "", "The service control policies of a level of the organisation do not allow it."},
    {Code::PolicyScpExplicit, "POL_SCP_EXPLICIT", "", "A service control policy denies it."},
    {Code::PolicyRcpExplicit, "POL_RCP_EXPLICIT", "", "A resource control policy denies it."},
});
// clang-format on

constexpr bool inOrder() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table.at(i).code) != i) return false;
    return table.size() == static_cast<std::size_t>(Code::PolicyRcpExplicit) + 1;
}
static_assert(inOrder());

}  // namespace

std::span<const CodeInfo> codes() {
    return table;
}

const CodeInfo* codeNamed(std::string_view name) {
    const auto at = std::ranges::find(table, name, &CodeInfo::name);
    return at == table.end() ? nullptr : &*at;
}

std::string_view nameOf(Code code) {
    return table.at(static_cast<std::size_t>(code)).name;
}

}  // namespace gw
