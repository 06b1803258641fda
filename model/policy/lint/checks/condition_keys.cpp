#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/checks/refusals.h"
#include "model/policy/lint/statement_actions.h"

namespace gw::lint {
namespace {

/// Keys of identity providers ("accounts.google.com:aud", "saml:sub") are for the provider to say.
bool isOfProvider(std::string_view prefix) {
    constexpr std::string_view own[] = {"saml", "identitycenter", "catalog", "cognito-identity-auth",
                                        "cognito-identity-unauth"};
    return prefix.find_first_of("./") != std::string_view::npos || std::ranges::find(own, prefix) != std::end(own);
}

void refuseUnknown(const LintedPolicy& policy, const PolicyCondition& condition, const std::string& what,
                   const std::vector<std::string_view>& known, PolicyFindings& found) {
    PolicyFinding& finding =
        found.add(condition.key.offset, "\"" + condition.key.text + "\" is no " + what + " (list of " +
                                            std::string(IamCatalog::builtIn().date()) + ").");
    const std::string_view near = nearestTo(condition.key.text, known);
    if (near.empty() || near.find_first_of("$<") != std::string_view::npos) return;
    finding.message += " " + std::string(near) + " is.";
    finding.fix =
        PolicyFix{"Write " + std::string(near), false, {replaceString(policy.text(), condition.key.offset, near)}};
}

std::vector<std::string_view> namesOf(std::span<const IamConditionKey> keys) {
    std::vector<std::string_view> names;
    for (const IamConditionKey& key : keys) names.push_back(key.name);
    return names;
}

/// The statement's actions as written that never carry the key, where they are single actions of a known service.
std::vector<std::string> actionsWithout(const PolicyStatement& statement, const IamService& keyService,
                                        const std::string& key, bool& someCarries) {
    std::vector<std::string> without;
    for (const PlacedText& pattern : statement.action.patterns) {
        const ActionPattern parts = ActionPattern::of(pattern.text);
        if (!parts.namesOneService()) {
            someCarries = true;
            continue;
        }
        const auto meant = actionsMeantBy(pattern.text);
        const bool carries = std::ranges::any_of(meant, [&](const NamedAction& each) {
            return each.service->carries(*each.action, key) || keyService.carries(*each.action, key);
        });
        // An action that is not listed may carry any key of its service.
        if (carries || (meant.empty() && lowerCase(parts.service) == keyService.prefix()))
            someCarries = true;
        else if (!meant.empty())
            without.push_back(pattern.text);
    }
    return without;
}

void lookAtActions(const LintedPolicy& policy, const PolicyStatement& statement, const PolicyCondition& condition,
                   const IamService& service, PolicyFindings& found) {
    // Of a key that stands beside no action AWS does not say which ones carry it.
    const bool isPlaced = std::ranges::any_of(
        service.actions(), [&](const IamAction& action) { return service.carries(action, condition.key.text); });
    if (statement.action.negated || !isPlaced) return;
    bool someCarries = false;
    const auto without = actionsWithout(statement, service, condition.key.text, someCarries);
    if (without.empty()) return;
    // Where some actions carry it, the others are worth a word only where they are shut out by that: an Allow that asks
    // for a value of the key.
    const bool asks = !condition.compares.negated && !condition.compares.ifExists &&
                      condition.compares.quantifier != ConditionOperator::Quantifier::ForAllValues &&
                      condition.compares.family != ConditionOperator::Family::Null;
    if (someCarries && !(asks && statement.allows())) return;
    const std::string which =
        without.front() + (without.size() > 1 ? " and " + std::to_string(without.size() - 1) + " more" : std::string());
    std::string effect = ".";
    if (asks) effect = statement.allows() ? ": the statement does not allow it." : ": the statement does not deny it.";
    found.add(condition.key.offset,
              policy.nameOf(statement) + ": no request for " + which + " carries " + condition.key.text + effect);
}

void lookAtKey(const LintedPolicy& policy, const PolicyStatement& statement, const PolicyCondition& condition,
               PolicyFindings& found) {
    const IamCatalog& catalog = IamCatalog::builtIn();
    const std::string& key = condition.key.text;
    const auto colon = key.find(':');
    if (colon == std::string::npos || !placeholderIn(key).empty() || catalog.globalKey(key)) return;
    const std::string_view prefix = std::string_view(key).substr(0, colon);
    if (isOfProvider(lowerCase(prefix))) return;
    if (lowerCase(prefix) == "aws")
        return refuseUnknown(policy, condition, "global condition key of AWS", namesOf(catalog.globalKeys()), found);
    const IamService* service = catalog.service(prefix);
    if (!service) {
        found.add(condition.key.offset,
                  "\"" + std::string(prefix) + "\" of " + key + " is the prefix of no service of AWS.");
    } else if (!service->key(key)) {
        refuseUnknown(policy, condition, "condition key of " + std::string(service->title()), namesOf(service->keys()),
                      found);
    } else {
        lookAtActions(policy, statement, condition, *service, found);
    }
}

void look(const LintedPolicy& policy, PolicyFindings& found) {
    forEachProblem(policy, {PolicyProblem::Kind::BadConditionKey},
                   [&](const PolicyProblem& problem) { found.add(problem.offset, Severity::Error, problem.message); });
    for (const PolicyStatement& statement : policy.statements())
        for (const PolicyCondition& condition : statement.conditions) lookAtKey(policy, statement, condition, found);
}

}  // namespace

constinit const PolicyCheck conditionKeyUnsupported = {
    .code = "PSY016",
    .name = "condition-key-unsupported",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "A condition asks for a key that requests carry",
    .why =
        "A key that a request does not carry makes every plain condition false and every negated one true: an Allow "
        "never allows, a Deny with StringNotEquals always denies.",
    .howToFix = "Write the key as AWS has it, or give the actions that do not carry it a statement of their own.",
    .source =
        "AWS Service Authorization Reference; IAM User Guide, AWS global condition context keys (F-302, F-330); IAM "
        "Access Analyzer, Unsupported action for condition key",
    .look = look,
};

}  // namespace gw::lint
