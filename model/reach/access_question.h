#pragma once
#include <string>
#include <utility>
#include <vector>

#include "model/core/result.h"
#include "model/policy/match.h"
#include "model/policy/policy_type.h"
#include "model/reach/network.h"
#include "model/reach/trace.h"

/// Whether somebody may do something, asked of the policies of a design by who knows no flow that does it.
namespace gw {

/// The way that a request is asked on.
struct AccessWay {
    enum class Kind : std::uint8_t {
        NoEndpoint,  ///< over the internet, from an address that is not said
        Nat,         ///< over the internet, from the addresses of a NAT gateway
        Endpoint,
    };
    Kind kind = Kind::NoEndpoint;
    AnyId through{};  ///< the NAT gateway or endpoint
    friend bool operator==(const AccessWay&, const AccessWay&) = default;
};

struct AccessQuestion {
    /// The workload, client or load balancer whose call it would be; empty for somebody outside of the drawn network.
    AnyId from{};
    /// A role of the design by its id, or any principal as policies write it: an ARN, twelve digits (the root user),
    /// "lambda.amazonaws.com", "*" for an unsigned request. Empty for the role of `from`.
    std::string principal{};
    std::string action{};  ///< "s3:GetObject"
    /// A resource of the design by its id, or an ARN, which may lie in one of the design's.
    std::string resource{};
    AccessWay way{};
    friend bool operator==(const AccessQuestion&, const AccessQuestion&) = default;
};

/// What one statement of a policy has to do with the request.
struct AskedStatement {
    std::string name{};  ///< its Sid, or "statement 2"
    bool allows = false;
    Match match = Match::No;
    /// "allows", "does not match: its Condition StringEquals aws:SourceVpce; the call sends \"vpce-s3\""
    std::string says{};
    bool decides = false;
    friend bool operator==(const AskedStatement&, const AskedStatement&) = default;
};

/// A policy that was asked.
struct AskedPolicy {
    PolicyType type = PolicyType::Identity;
    std::string name{};    ///< of the policy: "read-orders"; of the row where it has no other
    AnyId row{};           ///< that carries it; empty where the design draws none
    std::string owner{};   ///< what people call that row
    std::string action{};  ///< what it was asked about; another than the question's for the key behind a resource
    std::vector<AskedStatement> statements{};
    friend bool operator==(const AskedPolicy&, const AskedPolicy&) = default;
};

/// One thing that decides, as a trace tells it.
struct AskedReason {
    Stage stage = Stage::EndpointPolicy;
    Outcome outcome = Outcome::Passed;
    std::string text{};
    AnyId subject{};
    friend bool operator==(const AskedReason&, const AskedReason&) = default;
};

struct AccessAnswer {
    /// NotJudged where the role's policies are not drawn, and the others let it pass.
    Outcome outcome = Outcome::NotJudged;
    std::string summary{};  ///< "order-task may do s3:PutObject on arn:... through vpce-s3."
    std::vector<AskedReason> reasons{};
    std::vector<AskedPolicy> policies{};
    std::vector<std::string> missing{};  ///< facts that are not known, a sentence each
    std::string asked{};                 ///< the ARN that was asked for
    AnyId target{};                      ///< the resource of the design that it is, or lies in; empty for none
    std::string principal{};             ///< who signs, as policies see it
    /// The condition keys that the way decides, with what they hold; "" for a key that is absent.
    std::vector<std::pair<std::string, std::string>> context{};
    friend bool operator==(const AccessAnswer&, const AccessAnswer&) = default;
};

/// Asks as traces ask: with the requests of CallRequest, of the policies that a trace of such a flow asks. Refuses a
/// question without action, principal or resource, and ids that the design does not have.
Result<AccessAnswer> ask(const Network& network, const AccessQuestion& question);

/// A way that may be asked on.
struct OfferedWay {
    AccessWay way{};
    std::string name{};     ///< "through vpce-s3", "over nat-a", "through no endpoint"
    bool isTraced = false;  ///< a call from there takes it, by the network as it is drawn
    friend bool operator==(const OfferedWay&, const OfferedWay&) = default;
};

/// The ways that the action may take: those that the network leads `from` by come first. Endpoints of other services
/// are left out.
std::vector<OfferedWay> waysOffered(const Network& network, const AccessQuestion& question);

}  // namespace gw
