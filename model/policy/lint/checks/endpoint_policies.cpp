#include "model/policy/arn.h"
#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/conditions.h"
#include "model/policy/lint/text_edits.h"

namespace gw::lint {
namespace {

bool admitsAll(const PolicyStatement& statement) {
    return statement.allows() && statement.conditions.empty() && isForEveryone(statement) &&
           !statement.action.negated && hasStar(statement.action.patterns) && statement.resource &&
           !statement.resource->negated && hasStar(statement.resource->patterns);
}

void lookForAll(const LintedPolicy& policy, PolicyFindings& found) {
    const auto& statements = policy.statements();
    if (policy.type() != PolicyType::Endpoint || !std::ranges::all_of(statements, &PolicyStatement::allows)) return;
    const auto at = std::ranges::find_if(statements, admitsAll);
    if (at != statements.end())
        found.add(at->offset,
                  policy.nameOf(*at) + " lets everyone do everything with everything through the endpoint.");
}

/// A condition that means the principals which the element was to mean; none where they are of several kinds.
std::optional<std::string> conditionFor(const std::vector<PrincipalEntry>& entries) {
    std::string accounts;
    std::string arns;
    for (const PrincipalEntry& entry : entries) {
        if (entry.kind != PrincipalEntry::Kind::Aws) return std::nullopt;
        const auto arn = Arn::parse(entry.name.text);
        std::string& list = isAccountNumber(entry.name.text) || (arn && arn->resource == "root") ? accounts : arns;
        const std::string_view name = &list == &accounts && arn ? arn->account : std::string_view(entry.name.text);
        list += (list.empty() ? "" : ", ") + quotedJson(name);
    }
    if (accounts.empty() == arns.empty()) return std::nullopt;
    return accounts.empty() ? R"({"ArnLike": {"aws:PrincipalArn": [)" + arns + "]}}"
                            : R"({"StringEquals": {"aws:PrincipalAccount": [)" + accounts + "]}}";
}

void lookForPrincipals(const LintedPolicy& policy, PolicyFindings& found) {
    if (policy.type() != PolicyType::Endpoint || policy.place().endpointKind != Grants::EndpointKind::Gateway) return;
    for (const PolicyStatement& statement : policy.statements()) {
        if (!statement.principal || statement.principal->entries.empty() || isForEveryone(statement)) continue;
        PolicyFinding& finding = found.add(
            statement.principal->offset,
            policy.nameOf(statement) + " names principals; behind a gateway endpoint they mean root users alone.");
        const JsonNode* node = policy.nodeOf(statement);
        const auto condition = conditionFor(statement.principal->entries);
        if (!node || !condition || node->find("Condition") || statement.principal->negated) continue;
        finding.fix = PolicyFix{
            "Say it by a condition",
            false,
            {replaceValue(policy.text(), statement.principal->offset, R"("*")"),
             insertBefore(policy.text(), node->children.front().second.keyOffset, "\"Condition\": " + *condition)}};
    }
}

}  // namespace

constinit const PolicyCheck endpointPolicyAdmitsAll = {
    .code = "PSE001",
    .name = "endpoint-policy-admits-all",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "An endpoint lets through what is needed",
    .why =
        "The policy that an endpoint has from the start lets everyone do everything: data can leave through it to "
        "buckets and queues of strangers, with keys that somebody brought along.",
    .howToFix =
        "Allow the actions and resources that the flows through the endpoint need, to the principals they need.",
    .source = "AWS PrivateLink Guide, Default endpoint policy (F-112); AWS Config vpc-endpoint policy rules",
    .look = lookForAll,
};

constinit const PolicyCheck gatewayPrincipalNarrowed = {
    .code = "PSE003",
    .name = "gateway-principal-narrowed",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A gateway endpoint's policy names everyone and narrows by conditions",
    .why =
        "Behind a gateway endpoint Principal must be \"*\"; an account or its ARN means the account's root user alone, "
        "so "
        "that nobody who works with roles gets through.",
    .howToFix =
        "Write Principal \"*\" and a condition on aws:PrincipalArn, aws:PrincipalAccount or aws:PrincipalOrgID.",
    .source = "AWS PrivateLink Guide, Endpoint policies for gateway endpoints (F-110)",
    .look = lookForPrincipals,
};

}  // namespace gw::lint
