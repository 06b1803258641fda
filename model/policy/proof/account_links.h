#pragma once
#include <string>
#include <vector>

#include "model/policy/proof/request_space.h"

namespace gw {

/// Accounts of principals and resources with the keys that AWS fills in from them (aws:PrincipalAccount,
/// aws:PrincipalArn, aws:PrincipalIsAWSService, aws:ResourceAccount, s3:ResourceAccount; F-317 to F-319): of all
/// requests that classes allow for, those whose keys tell what principal and resource are.
class AccountLinks {
public:
    /// `known`: accounts to tell apart from all others. None where the policy's accounts fall into too many classes.
    static std::optional<AccountLinks> of(SharedPolicy policy, const std::vector<std::string>& known);

    /// One of each class of accounts.
    const std::vector<std::string>& accounts() const { return accounts_; }
    /// What the space must tell apart for the boxes below.
    RequestDistinctions distinctions() const;

    /// Principals of the account.
    RequestBox principalsOf(const RequestSpace& space, const std::string& account) const;
    RequestBox nobody(const RequestSpace& space) const;
    /// Services, providers and others behind whom no account stands.
    RequestBox services(const RequestSpace& space) const;
    /// Resources that can be the account's.
    RequestBox resourcesOf(const RequestSpace& space, const std::string& account) const;

private:
    AccountLinks() = default;
    const CompiledCondition* conditionOf(const std::string& account, std::string_view lowerKey) const;

    struct Link {
        std::string account{};
        CompiledCondition condition;
    };
    SharedPolicy policy_;
    std::vector<std::string> accounts_;
    /// For the keys that the policy asks for.
    std::vector<Link> links_;
};

}  // namespace gw
