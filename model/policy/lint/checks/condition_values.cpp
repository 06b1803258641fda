#include <algorithm>

#include "model/policy/arn.h"
#include "model/policy/condition_value.h"
#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/checks/refusals.h"
#include "model/policy/lint/statement_actions.h"

namespace gw::lint {
namespace {

using Family = ConditionOperator::Family;
using KeyType = IamConditionKey::Type;

/// What the operator should be for a key of the type; empty where it does. Texts are compared with every type in
/// practice, but never find an address in its block.
std::string_view operatorFor(KeyType type, Family family) {
    switch (family) {
        case Family::Numeric:
            return type == KeyType::Numeric || type == KeyType::Date ? "" : "String";
        case Family::Date:
            return type == KeyType::Date || type == KeyType::Numeric ? "" : "String";
        case Family::Ip:
            return type == KeyType::Ip ? "" : "String";
        case Family::String:
        case Family::StringIgnoreCase:
        case Family::StringLike:
        case Family::Arn:
            return type == KeyType::Ip ? "IpAddress" : "";
        case Family::Bool:
        case Family::Binary:
        case Family::Null:
            return "";
    }
    return "";
}

/// Texts that no ARN is: under ArnLike they match nothing.
void lookAtArns(const PolicyCondition& condition, PolicyFindings& found) {
    for (const PlacedText& value : condition.values) {
        const bool open = value.text.starts_with('*') || value.text.find("${") != std::string::npos;
        if (!open && !value.text.starts_with("arn:") && placeholderIn(value.text).empty())
            found.add(value.offset, condition.operatorName.text + " compares ARNs; \"" + value.text +
                                        "\" is none and matches nothing.");
    }
}

void lookForTypes(const LintedPolicy& policy, PolicyFindings& found) {
    forEachProblem(policy, {PolicyProblem::Kind::BadConditionValue},
                   [&](const PolicyProblem& problem) { found.add(problem.offset, Severity::Error, problem.message); });
    for (const PolicyStatement& statement : policy.statements())
        for (const PolicyCondition& condition : statement.conditions) {
            const IamConditionKey* key = IamCatalog::builtIn().key(condition.key.text);
            const Family family = condition.compares.family;
            if (family == Family::Arn) lookAtArns(condition, found);
            const std::string_view better = key ? operatorFor(key->type, family) : std::string_view();
            if (better.empty()) continue;
            found.add(condition.operatorName.offset, condition.operatorName.text + " does not fit " +
                                                         condition.key.text + "; compare it with " +
                                                         std::string(better) + " operators.");
        }
}

/// Whether a wildcard stands there that is not written as "${*}".
bool hasWildcard(std::string_view value) {
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value.substr(at, 2) == "${")
            at = std::min(value.find('}', at), value.size() - 1);
        else if (value[at] == '*' || value[at] == '?')
            return true;
    }
    return false;
}

/// The operator's name with Like in place of Equals.
std::string likeFormOf(std::string name) {
    const auto at = name.find("Equals");
    return name.replace(at, std::string_view("Equals").size(), "Like");
}

void lookForWildcards(const LintedPolicy& policy, PolicyFindings& found) {
    for (const PolicyStatement& statement : policy.statements())
        for (const PolicyCondition& condition : statement.conditions) {
            const Family family = condition.compares.family;
            const auto wild =
                std::ranges::find_if(condition.values, [](const PlacedText& value) { return hasWildcard(value.text); });
            if ((family != Family::String && family != Family::StringIgnoreCase) || wild == condition.values.end() ||
                !placeholderIn(wild->text).empty())
                continue;
            PolicyFinding& finding =
                found.add(wild->offset, condition.operatorName.text + " takes \"" + wild->text +
                                            "\" letter for letter; wildcards need a Like operator.");
            const JsonNode* keys = policy.entryAt(condition.operatorName.offset);
            const JsonNode* node = policy.nodeOf(statement);
            const JsonNode* conditions = node ? node->find("Condition") : nullptr;
            if (family != Family::String || !keys || keys->children.size() != 1 || !conditions) continue;
            const std::string like = likeFormOf(condition.operatorName.text);
            if (!conditions->find(like))
                finding.fix = PolicyFix{
                    "Write " + like, false, {replaceString(policy.text(), condition.operatorName.offset, like)}};
        }
}

}  // namespace

constinit const PolicyCheck conditionValueOfWrongType = {
    .code = "PSY017",
    .name = "condition-value-of-wrong-type",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "Operator, key and value of a condition are of one type",
    .why =
        "What cannot be read as the operator wants it matches nothing: a plain condition is then false and a negated "
        "one true.",
    .howToFix = "Use an operator of the key's type, and write the value as that operator reads it.",
    .source =
        "IAM User Guide, IAM JSON policy elements: Condition operators (F-299); IAM Access Analyzer, Type mismatch",
    .look = lookForTypes,
};

constinit const PolicyCheck wildcardWithoutLike = {
    .code = "PSY018",
    .name = "wildcard-without-like",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "Wildcards stand under Like",
    .why = "StringEquals compares letter for letter: * and ? stand for themselves there.",
    .howToFix = "Write StringLike, or the value in full.",
    .source =
        "IAM User Guide, IAM JSON policy elements: Condition operators; IAM Access Analyzer, Wildcard without like "
        "operator",
    .look = lookForWildcards,
};

}  // namespace gw::lint
