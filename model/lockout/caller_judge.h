#pragma once
#include <string>
#include <vector>

#include "model/lockout/draft_caller.h"
#include "model/lockout/draft_place.h"
#include "model/reach/call_grants.h"

namespace gw {

/// What all policies that have a say answer to one request.
struct Said {
    AccessResult result = AccessResult::Unknown;
    Evaluation told{};  ///< of the policies that decide: the endpoint's, or all others
    std::string asked{};
    /// Unknown for another reason than a key: the policies, the ARN or the account that the design does not tell.
    bool isOpen = false;

    bool isRefused() const {
        return result == AccessResult::ExplicitlyDenied || result == AccessResult::ImplicitlyDenied;
    }
    /// Whether a statement denies, or may.
    bool mayBeDenied() const;
};

/// Whether the caller is let in. Keys apart, a service that a policy lets in by name sends what that asks for: where a
/// key alone is open and nothing may deny it, it is in.
bool isLetIn(const DraftCaller& caller, const Said& said);

/// Asks the policies of one design for one caller. Keeps the network, which must outlive it.
class CallerJudge {
public:
    CallerJudge(const Network& network, const DraftCaller& caller);

    Said judge(const std::string& action) const { return judge(action, gates_); }
    /// The same with another policy in that place.
    Said judgeWith(const std::string& action, const DraftPlace& place, const PolicyDocument& document) const;
    /// The request that is judged.
    AccessRequest requestFor(const std::string& action) const;
    /// "arn:aws:iam::111122223333:role/admin"; empty for whoever has none that is known.
    std::string principalArn() const;
    bool isKnown() const { return request_.isKnown(); }

private:
    Said judge(const std::string& action, const std::vector<CallGrants>& gates) const;
    Said judgeAt(const CallGrants& gate, const AccessRequest& request, const AskedArn& arn) const;
    void adjustToApi(Said& said, const CallGrants& gate) const;
    RequestContext contextOf(const AccessRequest& request) const;

    const Network& network_;
    DraftCaller caller_;
    const ServiceResource& target_;
    Branch way_;
    CallRequest request_;
    /// The endpoint's policy, then all others: each must let it pass.
    std::vector<CallGrants> gates_;
};

/// Puts the document into that place among the policies.
void exchangePolicy(Grants& grants, const DraftPlace& place, const CompiledPolicy& policy);

}  // namespace gw
