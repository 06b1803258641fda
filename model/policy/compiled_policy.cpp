#include "model/policy/compiled_policy.h"

#include <algorithm>

namespace gw {

CompiledPolicy::CompiledPolicy(const IamPolicy& policy) {
    std::vector<CompiledStatement> statements;
    for (const PolicyStatement& statement : policy.statements)
        statements.emplace_back(statement, policy.hasVariables());
    statements_ = std::make_shared<const std::vector<CompiledStatement>>(std::move(statements));
}

CompiledStatement::CompiledStatement(const PolicyStatement& statement, bool variables)
    : allows_(statement.allows()), sid_(statement.sid), notAction_(statement.action.negated) {
    if (statement.principal) {
        principal_ = Principals{statement.principal->negated, {}};
        for (const PrincipalEntry& entry : statement.principal->entries) principal_->names.emplace_back(entry);
    }
    for (const PlacedText& action : statement.action.patterns)
        actions_.emplace_back(lowerCase(action.text), PatternStyle{});
    if (statement.resource) {
        resource_ = Resources{statement.resource->negated, {}};
        const PatternStyle style{true, variables, false, PatternStyle::Colons::Resource};
        for (const PlacedText& resource : statement.resource->patterns)
            resource_->patterns.emplace_back(resource.text, style);
    }
    for (const PolicyCondition& condition : statement.conditions) conditions_.emplace_back(condition, variables);
}

bool CompiledStatement::mayNameFrom(std::string_view start) const {
    if (!resource_) return false;
    return std::ranges::any_of(resource_->patterns, [&](const Pattern& pattern) {
        const std::string_view sure = pattern.literalStart();
        return sure.starts_with(start) || start.starts_with(sure);
    });
}

bool CompiledStatement::isForEveryone() const {
    return principal_ && (principal_->negated || std::ranges::any_of(principal_->names, &PrincipalName::isEveryone));
}

/// Whether every name of the principal is listed: its own, that of a session's role, and its account's. One that is
/// missing is denied, and what is denied to the account or role is denied to whoever acts through it
/// (IAM User Guide, "NotPrincipal with Deny").
bool CompiledStatement::namesAll(const RequestPrincipal& principal) const {
    using Kind = RequestPrincipal::Kind;
    bool direct = false;
    bool role = principal.kind() != Kind::Role;
    bool account = !principal.belongsToAccount() || principal.kind() == Kind::Root;
    for (const PrincipalName& name : principal_->names) {
        const PrincipalReach reach = name.reachOf(principal);
        direct = direct || reach == PrincipalReach::Direct || (reach == PrincipalReach::Role && !principal.isSession());
        role = role || reach == PrincipalReach::Role || name.isEveryone();
        account = account || reach == PrincipalReach::Account || name.isEveryone();
    }
    return direct && role && account;
}

PrincipalReach CompiledStatement::reachOf(const RequestPrincipal& principal, PrincipalRule rule,
                                          bool limitedByBoundary) const {
    if (!principal_) return PrincipalReach::Direct;
    PrincipalReach reach = PrincipalReach::None;
    if (principal_->negated) {
        if (!allows_) {
            const bool exempt = !limitedByBoundary && namesAll(principal);
            return exempt ? PrincipalReach::None : PrincipalReach::Direct;
        }
        for (const PrincipalName& name : principal_->names) reach = std::max(reach, name.reachOf(principal));
        return reach == PrincipalReach::None ? PrincipalReach::Direct : PrincipalReach::None;
    }
    for (const PrincipalName& name : principal_->names) {
        // Behind a gateway endpoint an account is its root user, whom alone the account's name means directly.
        if (rule == PrincipalRule::GatewayEndpoint && !name.isEveryone() &&
            principal.kind() != RequestPrincipal::Kind::Root)
            continue;
        reach = std::max(reach, name.reachOf(principal));
    }
    return reach;
}

bool CompiledStatement::speaksOfAction(std::string_view lowerAction) const {
    const bool listed =
        std::ranges::any_of(actions_, [&](const Pattern& action) { return action.matchesPlain(lowerAction); });
    return listed != notAction_;
}

Match CompiledStatement::speaksOfResource(std::string_view arn, const RequestContext& context) const {
    if (!resource_) return Match::Yes;
    Match listed = Match::No;
    for (const Pattern& pattern : resource_->patterns) {
        listed = eitherOf(listed, pattern.matches(arn, context));
        if (listed == Match::Yes) break;
    }
    return resource_->negated ? notOf(listed) : listed;
}

StatementMatch CompiledStatement::matchOf(const AccessRequest& request, PrincipalRule rule,
                                          bool limitedByBoundary) const {
    if (!speaksOfAction(request.lowerAction())) return {Match::No, StatementPart::Action};
    StatementMatch found{Match::Yes};
    found.match = speaksOfResource(request.resource().arn, request.context());
    if (found.match == Match::No) return {Match::No, StatementPart::Resource};
    if (principal_) {
        found.reach = reachOf(request.principal(), rule, limitedByBoundary);
        if (found.reach == PrincipalReach::None) return {Match::No, StatementPart::Principal};
    }
    for (std::size_t i = 0; i < conditions_.size(); ++i) {
        found.match = bothOf(found.match, conditions_[i].holdsFor(request.context()));
        if (found.match == Match::No) return {Match::No, StatementPart::Condition, i};
    }
    return found;
}

void CompiledStatement::addUnknownKeys(const RequestContext& context, std::vector<std::string>& keys) const {
    if (resource_)
        for (const Pattern& pattern : resource_->patterns)
            for (const std::string_view variable : pattern.variableKeys())
                if (context.find(variable).presence == RequestContext::Presence::Unknown) keys.emplace_back(variable);
    for (const CompiledCondition& condition : conditions_)
        if (condition.holdsFor(context) == Match::Unknown) condition.addUnknownKeys(context, keys);
}

}  // namespace gw
