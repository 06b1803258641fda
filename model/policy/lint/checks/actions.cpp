#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/checks/refusals.h"
#include "model/policy/lint/statement_actions.h"

namespace gw::lint {
namespace {

std::vector<std::string_view> namesOf(const IamService& service) {
    std::vector<std::string_view> names;
    for (const IamAction& action : service.actions()) names.push_back(action.name);
    return names;
}

std::string meaning(std::string_view near) {
    return near.empty() ? std::string() : " " + std::string(near) + " is.";
}

void suggest(const LintedPolicy& policy, PolicyFinding& finding, std::size_t offset, const std::string& action) {
    finding.fix = PolicyFix{"Write " + action, false, {replaceString(policy.text(), offset, action)}};
}

void lookAtName(const LintedPolicy& policy, const PlacedText& action, PolicyFindings& found) {
    const IamCatalog& catalog = IamCatalog::builtIn();
    const ActionPattern parts = ActionPattern::of(action.text);
    if (!parts.namesOneService() || parts.service.empty() || !placeholderIn(action.text).empty()) return;
    const IamService* service = catalog.service(parts.service);
    if (!service) {
        const std::string_view near = nearestTo(parts.service, catalog.prefixes());
        PolicyFinding& finding = found.add(action.offset, "\"" + std::string(parts.service) +
                                                              "\" is the prefix of no service of AWS (list of " +
                                                              std::string(catalog.date()) + ")." + meaning(near));
        if (!near.empty()) suggest(policy, finding, action.offset, std::string(near) + ":" + std::string(parts.name));
        return;
    }
    if (!parts.isLiteral() || service->action(parts.name)) return;
    const std::string_view near = nearestTo(parts.name, namesOf(*service));
    PolicyFinding& finding = found.add(action.offset, "\"" + std::string(parts.name) + "\" is no action of " +
                                                          std::string(service->title()) + " (list of " +
                                                          std::string(catalog.date()) + ")." + meaning(near));
    if (!near.empty()) suggest(policy, finding, action.offset, std::string(parts.service) + ":" + std::string(near));
}

void lookForUnknown(const LintedPolicy& policy, PolicyFindings& found) {
    forEachProblem(policy, {PolicyProblem::Kind::BadAction},
                   [&](const PolicyProblem& problem) { found.add(problem.offset, Severity::Error, problem.message); });
    for (const PolicyStatement& statement : policy.statements())
        for (const PlacedText& action : statement.action.patterns)
            if (action.text.find(':') != std::string::npos) lookAtName(policy, action, found);
}

void lookForEmpty(const LintedPolicy& policy, PolicyFindings& found) {
    for (const PolicyStatement& statement : policy.statements()) {
        const auto& actions = statement.action.patterns;
        for (const PlacedText& action : actions) {
            const ActionPattern parts = ActionPattern::of(action.text);
            const IamService* service =
                parts.namesOneService() ? IamCatalog::builtIn().service(parts.service) : nullptr;
            if (!service || parts.isLiteral() || variableIn(action.text).at != std::string_view::npos ||
                !actionsMeantBy(action.text).empty())
                continue;
            PolicyFinding& finding = found.add(
                action.offset, "\"" + action.text + "\" matches no action of " + std::string(service->title()) + ".");
            const JsonNode* entry = policy.entryAt(action.offset);
            if (actions.size() > 1 && entry)
                finding.fix = PolicyFix{"Take " + action.text + " out", false, {removeEntry(policy.text(), *entry)}};
        }
    }
}

}  // namespace

constinit const PolicyCheck actionUnknown = {
    .code = "PSY010",
    .name = "action-unknown",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "Actions are actions that AWS lists",
    .why =
        "IAM takes any name for an action. One that no service has is never asked for: the statement allows or denies "
        "less than it seems to. New actions come every week, so one that is not listed may be younger than the list.",
    .howToFix = "Write the action as the service has it.",
    .source = "AWS Service Authorization Reference; IAM Access Analyzer, Invalid action, Invalid service in action",
    .look = lookForUnknown,
};

constinit const PolicyCheck actionMatchesNothing = {
    .code = "PSY011",
    .name = "action-matches-nothing",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "A wildcard of an action matches one",
    .why = "A pattern that no action of its service matches allows and denies nothing.",
    .howToFix = "Take it out, or write what was meant.",
    .source = "AWS Service Authorization Reference; cfn-lint W3037",
    .look = lookForEmpty,
};

}  // namespace gw::lint
