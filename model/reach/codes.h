#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace gw {

/// Why a stage passes or stops a flow (rules/analysis.md 3.6).
enum class Code : std::uint8_t {
    DnsPrivateAnswer,
    DnsEndpointName,
    DnsZoneAnswer,
    DnsOwnAddress,
    DnsPublicAnswer,
    DnsNoAnswer,
    DnsHijacked,
    DnsSupportOff,
    DnsCustomServer,
    DnsForwarded,
    DnsServerNotReached,
    DnsNoIpv6,
    DnsNotKnown,
    SgOutAllowed,
    SgOutNoMatch,
    SgInAllowed,
    SgInNoMatch,
    SgNoRules,
    SgNone,
    SgRefLost,
    SgRefTgw,
    SgAddressesNotKnown,
    AclSameSubnet,
    AclOutAllowed,
    AclOutDeny,
    AclInAllowed,
    AclInDeny,
    AclReturnAllowed,
    AclReturnDeny,
    AclReturnPartial,
    AclAddressesNotKnown,
    RouteLocal,
    RouteMatched,
    RouteOtherMoreSpecific,
    RouteNone,
    RouteBlackhole,
    RouteLoop,
    RouteNotKnown,
    RouteTableNotKnown,
    RouteReturn,
    NatPassed,
    NatNoExit,
    NatForeignSource,
    IgwPassed,
    IgwNoPublicIp,
    IgwDetached,
    EigwPassed,
    EigwIpv4,
    PcxPassed,
    PcxState,
    PcxTransit,
    PcxNoReturn,
    TgwPassed,
    TgwAz,
    TgwNoAssoc,
    TgwNoRoute,
    TgwNoReturn,
    TgwIpv6,
    TgwOtherRegion,
    VpnPassed,
    VpnNoLine,
    VpnOtherVpc,
    VpnNoReturn,
    AppliancePassed,
    SrcDstCheck,
    MiddleNotKnown,
    GwepPassed,
    GwepNotAssociated,
    GwepProtocol,
    GwepRemoteSource,
    GwepRegion,
    GwepHostnamesOff,
    VpceReady,
    VpceState,
    VpceAz,
    VpceProtocol,
    ApiIsPrivate,
    ApiTypeNotKnown,
    PortNotListening,
    PortNotKnown,
    BalancerKind,
    BalancerNoListener,
    BalancerNoTarget,
    BalancerNotKnown,
    AddressNotOwned,
    PolicyNotJudged,
    PolicyNotKnown,
    PolicyDefaultEndpoint,
    PolicyNone,
    PolicySilent,
    PolicyEndpointAllows,
    PolicyEndpointImplicit,
    PolicyEndpointExplicit,
    PolicyIdentityAllows,
    PolicyIdentityImplicit,
    PolicyIdentityExplicit,
    PolicyResourceAllows,
    PolicyResourceImplicit,
    PolicyResourceExplicit,
    PolicyBoundaryImplicit,
    PolicyBoundaryExplicit,
    PolicyScpImplicit,
    PolicyScpExplicit,
    PolicyRcpExplicit,
};

/// What is known of a code.
struct CodeInfo {
    Code code{};
    std::string_view name;  ///< "SG_IN_NO_MATCH", as traces and the command line write it
    std::string_view
        awsName;  ///< the word of Reachability Analyzer for the same, to search for; empty where it has none
    std::string_view meaning;  ///< one sentence
};

/// All codes, in the order of `Code`.
std::span<const CodeInfo> codes();
/// nullptr where no code has that name.
const CodeInfo* codeNamed(std::string_view name);
std::string_view nameOf(Code code);

}  // namespace gw
