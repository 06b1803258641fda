#include "model/repair/network_denials.h"

#include <algorithm>

#include "model/core/json.h"
#include "model/policy/condition_operator.h"

namespace gw {
namespace {

/// Whether the operator says "is none of these texts". Of one with a set operator, or with wildcards, nobody knows what
/// a further value would change.
bool excludesTexts(std::string_view name) {
    const auto compares = conditionOperatorOf(name);
    return compares && compares->negated && compares->quantifier == ConditionOperator::Quantifier::None &&
           (compares->family == ConditionOperator::Family::String ||
            compares->family == ConditionOperator::Family::StringIgnoreCase);
}

/// Adds what the list, or the one value, does not hold; false where it holds all.
bool addTo(JsonNode& values, const std::vector<std::string>& added) {
    if (!values.is(JsonNode::Kind::Array)) {
        JsonNode list{JsonNode::Kind::Array};
        list.children.emplace_back(std::string(), values);
        values = std::move(list);
    }
    bool changed = false;
    for (const std::string& each : added) {
        const bool isThere =
            std::ranges::any_of(values.children, [&](const auto& value) { return value.second.text == each; });
        if (isThere) continue;
        values.children.emplace_back(std::string(), JsonNode{JsonNode::Kind::String, each});
        changed = true;
    }
    return changed;
}

bool spare(JsonNode& statement, const std::vector<std::string>& endpoints) {
    bool changed = false;
    for (auto& [element, conditions] : statement.children) {
        if (element != "Condition") continue;
        for (auto& [name, keys] : conditions.children) {
            if (!excludesTexts(name)) continue;
            for (auto& [key, values] : keys.children)
                if (lowerCase(key) == "aws:sourcevpce") changed = addTo(values, endpoints) || changed;
        }
    }
    return changed;
}

bool maySpeakOf(const CompiledStatement& statement, const DeniedRequest& denied) {
    const AccessRequest& request = denied.request;
    const StatementMatch found = statement.matchOf(request, PrincipalRule::Usual, denied.limitedByBoundary);
    if (found.match != Match::No) return true;
    // What is asked for is one of many, and the statement may mean that one.
    const bool isOneOfMany = denied.sureArn.size() < request.resource().arn.size();
    return found.against == StatementPart::Resource && isOneOfMany && statement.mayNameFrom(denied.sureArn) &&
           statement.reachOf(request.principal(), PrincipalRule::Usual, denied.limitedByBoundary) !=
               PrincipalReach::None &&
           std::ranges::all_of(statement.conditions(), [&](const CompiledCondition& each) {
               return each.holdsFor(request.context()) != Match::No;
           });
}

}  // namespace

std::optional<PolicyDocument> sparingEndpoints(const PolicyDocument& policy, const CompiledPolicy& compiled,
                                               const std::vector<DeniedRequest>& denied,
                                               const std::vector<std::string>& endpoints) {
    auto document = parseJson(policy.text());
    if (!document) return std::nullopt;
    const auto at = std::ranges::find(document->children, "Statement", &std::pair<std::string, JsonNode>::first);
    if (at == document->children.end()) return std::nullopt;
    std::vector<JsonNode*> statements;
    if (at->second.is(JsonNode::Kind::Array))
        for (auto& [none, statement] : at->second.children) statements.push_back(&statement);
    else
        statements.push_back(&at->second);
    // A statement that cannot be read leaves nobody sure which is which.
    if (statements.size() != compiled.statements().size()) return std::nullopt;
    bool changed = false;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const CompiledStatement& statement = compiled.statements()[i];
        const bool speaks =
            std::ranges::any_of(denied, [&](const DeniedRequest& each) { return maySpeakOf(statement, each); });
        if (!statement.allows() && speaks) changed = spare(*statements[i], endpoints) || changed;
    }
    if (!changed) return std::nullopt;
    return PolicyDocument::of(*document);
}

}  // namespace gw
