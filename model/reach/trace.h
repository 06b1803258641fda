#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "model/design/design.h"

namespace gw {

/// How a flow ends. Universal: private means that every answer the caller may get works, every time. PrivateInterface
/// ends at a network interface inside a VPC: mostly that of an interface endpoint (`via` names it), else of the target
/// itself.
enum class Verdict : std::uint8_t { PrivateGateway, PrivateInterface, Public, Partial, Blocked, Unknown };
constexpr auto namesOf(Verdict) {
    return std::to_array<EnumName<Verdict>>(
        {{Verdict::PrivateGateway, "private-gateway", "private, by gateway endpoint"},
         {Verdict::PrivateInterface, "private-interface", "private, by network interface"},
         {Verdict::Public, "public", "not private"},
         {Verdict::Partial, "partial", "works in part"},
         {Verdict::Blocked, "blocked", "blocked"},
         {Verdict::Unknown, "unknown", "unknown"}});
}
constexpr bool isPrivate(Verdict verdict) {
    return verdict == Verdict::PrivateGateway || verdict == Verdict::PrivateInterface;
}

/// The stages of the pipeline (rules/analysis.md 3.3), in the order a packet meets them.
enum class Stage : std::uint8_t {
    Dns,
    SecurityGroupOut,
    AclOut,
    Route,
    Middle,  ///< NAT, internet gateway, peering, transit gateway, VPN
    GatewayEndpoint,
    AclIn,
    SecurityGroupIn,
    Service,  ///< endpoint state and zone, the service's own port
    EndpointPolicy,
    IdentityPolicy,
    ResourcePolicy,
    Response,
};
constexpr auto namesOf(Stage) {
    return std::to_array<EnumName<Stage>>({{Stage::Dns, "dns", "DNS"},
                                           {Stage::SecurityGroupOut, "sg-out", "Caller sg out"},
                                           {Stage::AclOut, "acl-out", "Network ACL out"},
                                           {Stage::Route, "route", "Route"},
                                           {Stage::Middle, "middle", "Gateway"},
                                           {Stage::GatewayEndpoint, "gateway-endpoint", "Gateway endpoint"},
                                           {Stage::AclIn, "acl-in", "Network ACL in"},
                                           {Stage::SecurityGroupIn, "sg-in", "Endpoint sg in"},
                                           {Stage::Service, "service", "Service"},
                                           {Stage::EndpointPolicy, "endpoint-policy", "Endpoint policy"},
                                           {Stage::IdentityPolicy, "identity-policy", "Role policy"},
                                           {Stage::ResourcePolicy, "resource-policy", "Resource policy"},
                                           {Stage::Response, "response", "Way back"}});
}

/// What a stage said. A later stage is asked even where an earlier one blocks, so that all blockers are known.
/// NotJudged: the design does not say who asks for what, so no policy can be asked.
enum class Outcome : std::uint8_t { Passed, Blocked, Unknown, NotJudged };
constexpr auto namesOf(Outcome) {
    return std::to_array<EnumName<Outcome>>({{Outcome::Passed, "passed", "passed"},
                                             {Outcome::Blocked, "blocked", "blocked"},
                                             {Outcome::Unknown, "unknown", "unknown"},
                                             {Outcome::NotJudged, "not-judged", "not asked"}});
}

/// One stage's answer: what was asked, what decided, in the user's own names.
struct Step {
    Stage stage = Stage::Dns;
    std::string code{};  ///< "SG_IN_NO_MATCH"; what is passed has codes too: "SG_OUT_ALLOWED"
    Outcome outcome = Outcome::Passed;
    std::string text{};    ///< one sentence
    AnyId subject{};       ///< what decided: a security group, route table, network ACL, endpoint
    std::string detail{};  ///< the deciding rule, short: "443/tcp from sg-payment", "rule 100", "local", "read: Orders"
    std::vector<std::string> actions{};  ///< of policies: the actions that are spoken of
    friend bool operator==(const Step&, const Step&) = default;
};

/// A place on the way and what was decided there.
struct Hop {
    AnyId subject{};
    std::vector<Step> steps{};
    friend bool operator==(const Hop&, const Hop&) = default;
};

struct Blocker {
    Stage stage = Stage::Dns;
    std::string code{};
    AnyId subject{};
    std::string text{};
    friend bool operator==(const Blocker&, const Blocker&) = default;
};

/// What really happens to a flow, with all reasons.
struct Trace {
    Id<Flow> flow{};
    Verdict verdict = Verdict::Unknown;
    /// The same for the network alone, whatever policies say.
    Verdict network = Verdict::Unknown;
    /// The endpoint, NAT gateway, internet gateway ... that the flow goes through (or would, up to where it stops), in
    /// order.
    std::vector<AnyId> via{};
    std::vector<Hop> hops{};
    /// Every blocker, in order of stages; empty unless blocked or partial.
    std::vector<Blocker> blockers{};
    /// Facts that are missing for an answer, a sentence each; empty unless unknown.
    std::vector<std::string> missing{};
    /// What works and what does not, a sentence each; for partial verdicts: "works from app-a only".
    std::vector<std::string> shares{};
    /// Request context that follows from the path: "aws:SourceVpce" -> "vpce-s3".
    std::map<std::string, std::string> context{};
    /// One sentence: "payment reaches payment-keys through vpce-secrets."
    std::string summary{};
    /// Whether the verdict is what the flow's intent asks for.
    bool asWanted = false;
    /// Whether the network alone does what the intent asks for.
    bool networkAsWanted = false;
    /// Policies have a say, and could not be asked: the design does not say who asks for what.
    bool policiesOpen = false;
    /// "order has no role in the design, so policies were not asked.": the call has to be signed, and the design does
    /// not say who signs. Empty where that is not so, and where the flow is blocked anyhow.
    std::string unasked{};
    friend bool operator==(const Trace&, const Trace&) = default;
};

}  // namespace gw
