#include "model/policy/evaluate.h"

#include <algorithm>

#include "model/policy/policy_ruling.h"

namespace gw {
namespace {

/// Adds the statements that allow, or deny, with that certainty.
void addStatements(const std::vector<StatementFinding>& findings, bool allowing, Match match,
                   std::vector<StatementName>& into) {
    for (const StatementFinding& each : findings)
        if (each.allows == allowing && each.match == match) into.push_back(each.statement);
}

const CompiledStatement* statementIn(const GrantedPolicy& policy, const StatementName& name) {
    const auto& statements = policy.policy.statements();
    return policy.name == name.policy && *name.index < statements.size() ? &statements[*name.index] : nullptr;
}

const CompiledStatement* statementIn(const std::vector<GrantedPolicy>& policies, const StatementName& name) {
    for (const GrantedPolicy& policy : policies)
        if (const CompiledStatement* found = statementIn(policy, name)) return found;
    return nullptr;
}

const CompiledStatement* statementIn(const std::vector<OrganizationLevel>& levels, const StatementName& name) {
    for (const OrganizationLevel& level : levels)
        if (const CompiledStatement* found = statementIn(level.policies, name)) return found;
    return nullptr;
}

/// The keys that are not known and that stop these statements from being decided, sorted.
std::vector<std::string> unknownKeys(const AccessRequest& request, const Grants& grants,
                                     const std::vector<StatementName>& names) {
    std::vector<std::string> keys;
    for (const StatementName& name : names)
        if (const CompiledStatement* statement = statementOf(grants, name))
            statement->addUnknownKeys(request.context(), keys);
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

}  // namespace

std::string_view wordOf(AccessResult result) {
    switch (result) {
        case AccessResult::Allowed:
            return "Allowed";
        case AccessResult::ExplicitlyDenied:
            return "ExplicitlyDenied";
        case AccessResult::ImplicitlyDenied:
            return "ImplicitlyDenied";
        case AccessResult::Unknown:
            return "Unknown";
    }
    return {};
}

const CompiledStatement* statementOf(const Grants& grants, const StatementName& name) {
    if (!name.index) return nullptr;
    switch (name.type) {
        case PolicyType::Identity:
            return statementIn(grants.identity, name);
        case PolicyType::Boundary:
            return statementIn(grants.boundaries, name);
        case PolicyType::Endpoint:
            return statementIn(grants.endpoint, name);
        case PolicyType::Session:
            return grants.session ? statementIn(*grants.session, name) : nullptr;
        case PolicyType::Resource:
        case PolicyType::Trust:
            return grants.resource ? statementIn(*grants.resource, name) : nullptr;
        case PolicyType::ServiceControl:
            return statementIn(grants.serviceControl, name);
        case PolicyType::ResourceControl:
            return statementIn(grants.resourceControl, name);
    }
    return nullptr;
}

Evaluation evaluate(const AccessRequest& request, const Grants& grants) {
    Evaluation told;
    const PolicyRuling ruling(request, grants, &told.statements);
    told.result = ruling.result();
    switch (told.result) {
        case AccessResult::Allowed:
            addStatements(told.statements, true, Match::Yes, told.decidedBy);
            break;
        case AccessResult::ExplicitlyDenied:
            addStatements(told.statements, false, Match::Yes, told.decidedBy);
            break;
        case AccessResult::ImplicitlyDenied:
            told.decidedBy = ruling.missingAllowances();
            break;
        case AccessResult::Unknown:
            if (ruling.denied() == Match::Unknown)
                addStatements(told.statements, false, Match::Unknown, told.decidedBy);
            if (ruling.allowed() == Match::Unknown)
                addStatements(told.statements, true, Match::Unknown, told.decidedBy);
            told.missingKeys = unknownKeys(request, grants, told.decidedBy);
            break;
    }
    return told;
}

AccessResult decide(const AccessRequest& request, const Grants& grants) {
    return PolicyRuling(request, grants, nullptr).result();
}

}  // namespace gw
