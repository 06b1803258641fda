#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/access_request.h"
#include "model/policy/compiled_policy.h"
#include "model/policy/policy_type.h"

/// The judge: whether AWS would let a request through, and which statements decide (F-306 to F-311, F-335).
namespace gw {

/// A policy with the name it is told by.
struct GrantedPolicy {
    std::string name{};
    CompiledPolicy policy{};
};

/// The SCPs or RCPs attached at one level: the root, a unit, the account.
struct OrganizationLevel {
    std::string identifier{};
    std::vector<GrantedPolicy> policies{};
};

/// Every policy that has a say in a request.
struct Grants {
    enum class EndpointKind : std::uint8_t { Interface, Gateway };

    /// Of the principal: inline, managed, and those of its groups.
    std::vector<GrantedPolicy> identity{};
    /// Of the principal; where there are several, each must allow.
    std::vector<GrantedPolicy> boundaries{};
    std::optional<GrantedPolicy> session{};
    /// Of the resource: bucket, key or queue policy, a role's trust policy.
    std::optional<GrantedPolicy> resource{};
    /// Of the endpoint the request passes; none stands for no endpoint, or for the policy an endpoint has from the
    /// start, which lets everything pass (F-112).
    std::vector<GrantedPolicy> endpoint{};
    EndpointKind endpointKind = EndpointKind::Interface;
    /// From the root down to the principal's account; none where it is in no organisation.
    std::vector<OrganizationLevel> serviceControl{};
    /// From the root down to the resource's account. Each level allows everything besides (RCPFullAWSAccess).
    std::vector<OrganizationLevel> resourceControl{};
};

enum class AccessResult : std::uint8_t { Allowed, ExplicitlyDenied, ImplicitlyDenied, Unknown };
constexpr bool isRefusal(AccessResult result) {
    return result == AccessResult::ExplicitlyDenied || result == AccessResult::ImplicitlyDenied;
}
/// "ImplicitlyDenied".
std::string_view wordOf(AccessResult result);

/// A statement of a policy, or a whole policy, by its names.
struct StatementName {
    PolicyType type = PolicyType::Identity;
    /// The policy's name; of an organisation's level its identifier where no policy of the level is meant.
    std::string policy{};
    /// From 0; none where the lack of any statement decides.
    std::optional<std::size_t> index{};
    /// Empty where the statement has none.
    std::string sid{};
    friend bool operator==(const StatementName&, const StatementName&) = default;
};

/// What one statement has to do with the request.
struct StatementFinding {
    StatementName statement{};
    bool allows = false;
    Match match = Match::No;
    /// What is against it, as a word: "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource" or
    /// "Condition"; empty where nothing is.
    std::string_view against{};
    /// For "Condition": operator and key as written.
    std::string conditionOperator{};
    std::string conditionKey{};
    friend bool operator==(const StatementFinding&, const StatementFinding&) = default;
};

struct Evaluation {
    AccessResult result = AccessResult::ImplicitlyDenied;
    /// Allowed: the statements that allow. ExplicitlyDenied: those that deny. ImplicitlyDenied: the policies, or kinds
    /// of policy, that would have to allow and do not. Unknown: the statements that may or may not apply.
    std::vector<StatementName> decidedBy{};
    /// For Unknown: the keys whose values would tell, as the policies write them, sorted.
    std::vector<std::string> missingKeys{};
    /// Every statement of every policy that has a say.
    std::vector<StatementFinding> statements{};
};

/// The statement of that name; nullptr where the grants hold none.
const CompiledStatement* statementOf(const Grants& grants, const StatementName& name);

Evaluation evaluate(const AccessRequest& request, const Grants& grants);
/// The result alone, without a word why: for many requests.
AccessResult decide(const AccessRequest& request, const Grants& grants);

}  // namespace gw
