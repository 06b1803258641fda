#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/evaluate.h"

/// How the verdicts of all policies become one; for the judge and the prover alone.
namespace gw {

/// What one policy, or several of one kind, say together.
struct PolicySay {
    Match deny = Match::No;
    Match allow = Match::No;
    /// The part of `allow` that goes to the principal by that reach; for policies that name principals.
    Match direct = Match::No;
    Match role = Match::No;
    Match account = Match::No;

    void add(const CompiledStatement& statement, const StatementMatch& found);
};

/// What all policies say to a request.
class PolicyRuling {
public:
    /// `findings`: where to tell what each statement has to do with the request; nullptr for the result alone.
    PolicyRuling(const AccessRequest& request, const Grants& grants, std::vector<StatementFinding>* findings);

    AccessResult result() const;
    Match denied() const { return denied_; }
    Match allowed() const { return allowed_; }
    /// The kinds and policies without whose allowance the request cannot pass, and that do not allow it for certain.
    std::vector<StatementName> missingAllowances() const;

private:
    PolicySay sayOf(const GrantedPolicy& policy, PolicyType type, PrincipalRule rule = PrincipalRule::Usual);
    PolicySay sayOf(const std::vector<GrantedPolicy>& policies, PolicyType type,
                    PrincipalRule rule = PrincipalRule::Usual);
    void require(Match allowance, PolicyType type, const std::string& name);
    void judgeOrganization();
    void judgeEndpoint();
    void judgeResource();
    void judgePrincipalSide();
    Match allowedByPrincipalSide(bool named);
    void combine();

    const AccessRequest& request_;
    const Grants& grants_;
    std::vector<StatementFinding>* findings_;
    Match denied_ = Match::No;
    Match allowed_ = Match::Yes;
    PolicySay resource_;
    Match identity_ = Match::No;
    Match boundary_ = Match::Yes;
    Match session_ = Match::Yes;
    std::vector<StatementName> missing_;
};

/// What an action of KMS is for, as the catalogue of actions knows it.
struct KeyAction {
    std::string action{};  ///< in lower case: "kms:decrypt"
    bool onKey = false;
    bool onAlias = false;
};
/// All that the catalogue knows, sorted by action.
std::span<const KeyAction> keyActions();

/// Whether AWS asks the resource's own policy in any case: a key policy, a role's trust policy (F-309). A key is used
/// under whatever name a request gives it; an alias that is itself what is made or changed has no policy, so that IAM
/// policies decide (AWS KMS Developer Guide, "Controlling access to aliases").
bool needsResourcePolicy(const AccessRequest& request);
/// The services, by their prefixes in actions, in whose calls RCPs have a say, sorted (F-332).
std::span<const std::string_view> servicesOfResourceControl();
/// Whether AWS lets RCPs have a say in calls of the service, by its prefix in actions (F-332).
bool supportsResourceControl(std::string_view service);

}  // namespace gw
