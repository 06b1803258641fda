#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/checks/refusals.h"

namespace gw::lint {
namespace {

/// What is wrong with the variable; empty where nothing is.
std::string complaintAbout(const VariableText& variable) {
    if (!variable.closed) return "has no closing brace";
    if (variable.inside.empty()) return "is empty";
    const auto comma = variable.inside.find(',');
    const std::string_view key = variable.inside.substr(0, comma);
    if (key.find(' ') != std::string_view::npos) return "has a space in its name";
    if (comma == std::string_view::npos) return {};
    std::string_view preset = variable.inside.substr(comma + 1);
    while (preset.starts_with(' ')) preset.remove_prefix(1);
    const bool quoted = preset.size() >= 2 && preset.front() == '\'' && preset.back() == '\'';
    return quoted ? std::string() : "has a default that is not in single quotes";
}

void lookAt(const LintedPolicy& policy, const PlacedText& text, PolicyFindings& found) {
    VariableText variable = variableIn(text.text);
    if (variable.at == std::string::npos || !placeholderIn(text.text).empty()) return;
    if (!policy.policy().hasVariables()) {
        found.add(text.offset, Severity::Warning,
                  "\"" + text.text + "\" stands for itself: policy variables need version 2012-10-17.");
        return;
    }
    for (; variable.at != std::string::npos; variable = variableIn(text.text, variable.at + 2))
        if (std::string complaint = complaintAbout(variable); !complaint.empty())
            return void(
                found.add(text.offset, "The policy variable in \"" + text.text + "\" " + std::move(complaint) + "."));
}

/// Where no variable is taken: there it stands for itself.
void refuse(const std::vector<PlacedText>& texts, std::string_view element, PolicyFindings& found) {
    for (const PlacedText& text : texts)
        if (variableIn(text.text).at != std::string::npos && placeholderIn(text.text).empty())
            found.add(text.offset,
                      std::string(element) + " takes no policy variable; \"" + text.text + "\" matches nothing.");
}

void lookForMalformed(const LintedPolicy& policy, PolicyFindings& found) {
    for (const PolicyStatement& statement : policy.statements()) {
        refuse(statement.action.patterns, statement.action.negated ? "NotAction" : "Action", found);
        if (statement.principal) {
            std::vector<PlacedText> names;
            for (const PrincipalEntry& entry : statement.principal->entries) names.push_back(entry.name);
            refuse(names, statement.principal->negated ? "NotPrincipal" : "Principal", found);
        }
        if (statement.resource)
            for (const PlacedText& resource : statement.resource->patterns) lookAt(policy, resource, found);
        for (const PolicyCondition& condition : statement.conditions)
            if (takesVariables(condition.compares.family))
                for (const PlacedText& value : condition.values) lookAt(policy, value, found);
    }
}

/// All texts of the policy, keys aside, in their order.
void lookForPlaceholders(const LintedPolicy& policy, const JsonNode& node, PolicyFindings& found) {
    if (node.is(JsonNode::Kind::String)) {
        if (const std::string_view placeholder = placeholderIn(node.text); !placeholder.empty())
            found.add(node.offset, std::string(placeholder) + " is a placeholder, no policy variable: fill it in.");
    }
    for (const auto& [key, child] : node.children) {
        if (const std::string_view placeholder = placeholderIn(key); !placeholder.empty())
            found.add(child.keyOffset, std::string(placeholder) + " is a placeholder, no policy variable: fill it in.");
        lookForPlaceholders(policy, child, found);
    }
}

void lookForPlaceholders(const LintedPolicy& policy, PolicyFindings& found) {
    if (policy.root()) lookForPlaceholders(policy, *policy.root(), found);
}

}  // namespace

constinit const PolicyCheck variableMalformed = {
    .code = "PSY022",
    .name = "variable-malformed",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Policy variables are whole, and stand where they are taken",
    .why =
        "A policy variable is ${key} or ${key, 'default'}, in Resource and in conditions on texts and ARNs, in the "
        "language of 2012-10-17. Anywhere else it is a text that matches nothing.",
    .howToFix = "Write the variable whole, and the version 2012-10-17.",
    .source =
        "IAM User Guide, IAM policy elements: Variables and tags; IAM Access Analyzer, Missing brace in variable "
        "and its kin",
    .look = lookForMalformed,
};

constinit const PolicyCheck placeholderLeft = {
    .code = "PSY035",
    .name = "placeholder-left",
    .severity = Severity::Warning,
    .category = Category::Practice,
    .title = "Every placeholder is filled in",
    .why =
        "What Terraform, CloudFormation or a person still has to fill in is no policy variable: AWS would take it "
        "letter "
        "for letter or refuse it. Nothing can be said about the policy where it stands.",
    .howToFix = "Fill it in, or lint the policy as AWS gets it.",
    .source = "IAM User Guide, IAM policy elements: Variables and tags",
    .look = lookForPlaceholders,
};

}  // namespace gw::lint
