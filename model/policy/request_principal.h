#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "model/policy/policy.h"

namespace gw {

/// Who signed a request, or nobody.
class RequestPrincipal {
public:
    enum class Kind : std::uint8_t {
        /// Unsigned.
        Anonymous,
        /// The root user of an account.
        Root,
        User,
        /// A session of a role, or the role where its session is not said.
        Role,
        /// A session of GetFederationToken.
        FederatedUser,
        /// An AWS service, a CloudFront origin access identity, or an identity provider: whoever has no policies of an
        /// account behind it.
        External
    };

    /// Anonymous.
    RequestPrincipal() = default;
    /// From an ARN (user, role, assumed-role session, federated user, root, identity provider), twelve digits (the root
    /// user), a service principal or provider ("ec2.amazonaws.com", "accounts.google.com"), or "*", "anonymous" and
    /// nothing for an unsigned request.
    static RequestPrincipal of(std::string_view name);

    Kind kind() const { return kind_; }
    /// As it was given.
    const std::string& name() const { return name_; }
    /// Twelve digits; empty for Anonymous and External.
    const std::string& account() const { return account_; }
    const std::string& partition() const { return partition_; }
    /// Of a Role: the last part of its path.
    const std::string& roleName() const { return roleName_; }
    /// Whether the ARN is that of a session, so that a policy can name it.
    bool isSession() const { return session_; }
    /// Whether an account's policies (identity, boundary, SCPs) stand behind it.
    bool belongsToAccount() const { return !account_.empty(); }
    /// SCPs and RCPs do not hold for the roles of services (IAM User Guide, service-linked roles; F-311).
    bool isServiceLinkedRole() const { return serviceLinked_; }

private:
    Kind kind_ = Kind::Anonymous;
    std::string name_;
    std::string account_;
    std::string partition_;
    std::string roleName_;
    bool session_ = false;
    bool serviceLinked_ = false;
};

/// How a policy's entry means a principal; the ways differ in which other policies limit what is granted (F-309,
/// F-310).
enum class PrincipalReach : std::uint8_t {
    None,
    /// Through its account: the account's own policies decide further.
    Account,
    /// Through the role of its session: boundary and session policy still limit it.
    Role,
    /// Itself, or everyone.
    Direct
};

/// An entry of Principal or NotPrincipal, taken apart once.
class PrincipalName {
public:
    explicit PrincipalName(const PrincipalEntry& entry);

    PrincipalReach reachOf(const RequestPrincipal& principal) const;
    bool isEveryone() const { return form_ == Form::Everyone; }

private:
    enum class Form : std::uint8_t { Everyone, Account, Role, Exact, Nobody };
    Form form_ = Form::Nobody;
    std::string name_;
    std::string account_;
    std::string roleName_;
};

}  // namespace gw
