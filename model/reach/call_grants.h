#pragma once
#include <string>
#include <vector>

#include "model/policy/evaluate.h"
#include "model/reach/call_request.h"

namespace gw {

/// What a policy with a life of its own is to those that have it: a boundary where some role has it as that, and none
/// as a policy that grants.
PolicyType policyTypeOf(const Design& design, const Policy& policy);

/// Whose a policy that has a say is: what a trace names and a fix changes.
struct PolicyOwner {
    PolicyType type = PolicyType::Identity;
    /// As `GrantedPolicy::name`; of an organisation's level its identifier.
    std::string policy{};
    /// The row that carries it: a role, a policy of its own, an endpoint, a resource, an account.
    AnyId row{};
    std::string_view rowName{};
};

/// The policies of a design that have a say in a call.
struct CallGrants {
    Grants grants{};
    std::vector<PolicyOwner> owners{};
    /// Names of the rows whose policies AWS would refuse, so that nobody knows what they do.
    std::vector<std::string_view> refused{};
    /// The accounts that they name by their digits.
    std::vector<std::string> accounts{};
    /// The policy of what is asked for has a say, and the design does not draw it: that of a role that is assumed, or
    /// of a resource of another account.
    bool isResourceOpen = false;

    /// The owner of that policy; nullptr where the design draws none.
    const PolicyOwner* ownerOf(PolicyType type, std::string_view policy) const;
};

/// Those of who signs, of what is asked for, and of the organisations of both; of no endpoint. A KMS key without a
/// policy has the one that AWS gives it; the role that a call assumes brings its trust policy.
CallGrants grantsOf(const Network& network, const CallRequest& request, const Flow& flow,
                    const ServiceResource& target);
/// A policy of a resource that lets in whoever signs, and whoever does not.
const CompiledPolicy& lettingEveryoneIn();
/// A policy of a role that allows everything.
GrantedPolicy allowingEverything(const Network& network);
/// The endpoint's policy alone, beside others that allow everything.
CallGrants grantsOf(const Network& network, const Endpoint& endpoint);

}  // namespace gw
