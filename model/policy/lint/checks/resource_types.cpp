#include "model/policy/arn.h"
#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/globs.h"
#include "model/policy/lint/placeholders.h"
#include "model/policy/lint/statement_actions.h"
#include "model/policy/lint/text_edits.h"

namespace gw::lint {
namespace {

/// Whether a resource of the action's kinds may match the pattern.
bool fits(const NamedAction& named, const std::string& glob) {
    // Old policies write arn:aws:s3:::* for what takes no resource, and S3 takes it.
    const auto arn = Arn::parse(glob);
    if (glob == "*" || (arn ? arn->resource == "*" : glob.ends_with('*'))) return true;
    for (const std::uint16_t place : named.action->types)
        for (const std::string_view form : named.service->types()[place].arns)
            if (globsMeet(globOf(form), glob)) return true;
    return false;
}

bool fitsAny(const NamedAction& named, const std::vector<PlacedText>& resources) {
    for (const PlacedText& resource : resources)
        if (!placeholderIn(resource.text).empty() || fits(named, globOf(resource.text))) return true;
    return false;
}

/// "object or accesspointobject".
std::string typesOf(const NamedAction& named) {
    std::string words;
    for (const std::uint16_t place : named.action->types)
        words += (words.empty() ? "" : " or ") + std::string(named.service->types()[place].name);
    return words;
}

/// The bucket's objects beside the bucket, or the bucket beside its objects: what is meant without doubt.
std::optional<std::string> otherFormOf(const NamedAction& named, std::string_view resource) {
    if (named.service->prefix() != "s3" || !resource.starts_with("arn:")) return std::nullopt;
    const auto slash = resource.find('/');
    const std::string other =
        slash == std::string_view::npos ? std::string(resource) + "/*" : std::string(resource.substr(0, slash));
    if (!fits(named, globOf(other))) return std::nullopt;
    return other;
}

void lookAt(const LintedPolicy& policy, const PolicyStatement& statement, PolicyFindings& found) {
    const auto& resources = statement.resource->patterns;
    for (const PlacedText& pattern : statement.action.patterns) {
        const std::vector<NamedAction> meant = actionsMeantBy(pattern.text);
        if (meant.empty() ||
            std::ranges::any_of(meant, [&](const NamedAction& each) { return fitsAny(each, resources); }))
            continue;
        const NamedAction& named = meant.front();
        const std::string nothing =
            statement.allows() ? "; the statement does not allow it" : "; the statement does not deny it";
        std::string message = policy.nameOf(statement) + ": " + pattern.text;
        if (meant.size() > 1)
            message += " has no action for any of the resources" + nothing + ".";
        else if (named.action->types.empty())
            message += " takes no resource but \"*\"" + nothing + ".";
        else
            message += " acts on " + typesOf(named) + ", and none of the resources is one" + nothing + ".";
        PolicyFinding& finding = found.add(pattern.offset, std::move(message));
        if (const auto other = otherFormOf(named, resources.front().text))
            finding.fix = PolicyFix{
                "Name " + *other + " as well",
                false,
                {resources.size() > 1 || policy.text()[statement.resource->offset] == '['
                     ? insertBefore(policy.text(), resources.front().offset, quotedJson(*other))
                     : replaceValue(policy.text(), resources.front().offset,
                                    "[" + quotedJson(*other) + ", " + quotedJson(resources.front().text) + "]")}};
    }
}

void look(const LintedPolicy& policy, PolicyFindings& found) {
    for (const PolicyStatement& statement : policy.statements())
        if (!statement.action.negated && statement.resource && !statement.resource->negated &&
            !statement.resource->patterns.empty())
            lookAt(policy, statement, found);
}

}  // namespace

constinit const PolicyCheck resourceFitsNoAction = {
    .code = "PSY014",
    .name = "resource-fits-no-action",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "An action finds a resource of its kind",
    .why =
        "Each action acts on certain kinds of resources: s3:GetObject on objects (bucket/*), s3:ListBucket on the "
        "bucket "
        "itself. Beside a resource of another kind the action is neither allowed nor denied.",
    .howToFix = "Name a resource of the kind that the action acts on, or * where it takes none.",
    .source = "AWS Service Authorization Reference, resource types of each action; cfn-lint I3510",
    .look = look,
};

}  // namespace gw::lint
