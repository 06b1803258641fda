#include <algorithm>

#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/placeholders.h"
#include "model/policy/request_context.h"

namespace gw::lint {
namespace {

/// "vpc-" and 8 or 17 hexadecimal digits.
bool isId(std::string_view text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return (text.size() == 8 || text.size() == 17) &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// What no name of a thing in a design holds.
bool isNoName(std::string_view text) {
    return text.empty() || text.starts_with("arn:") || text.find_first_of(" /") != std::string_view::npos;
}

struct IdKey {
    std::string_view key;
    std::string_view prefix;
    std::string_view what;
};
constexpr IdKey idKeys[] = {{"aws:sourcevpce", "vpce-", "an endpoint's id is vpce- and 8 or 17 hexadecimal digits"},
                            {"aws:sourcevpc", "vpc-", "a VPC's id is vpc- and 8 or 17 hexadecimal digits"}};

void look(const LintedPolicy& policy, PolicyFindings& found) {
    for (const PolicyStatement& statement : policy.statements())
        for (const PolicyCondition& condition : statement.conditions) {
            const auto* key = std::ranges::find(idKeys, lowerCase(condition.key.text), &IdKey::key);
            if (key == std::end(idKeys) || condition.compares.family == ConditionOperator::Family::Null) continue;
            for (const PlacedText& value : condition.values) {
                const bool open =
                    value.text.find_first_of("*?$") != std::string::npos || !placeholderIn(value.text).empty();
                if (open || isId(value.text, key->prefix) || (policy.place().inDesign && !isNoName(value.text)))
                    continue;
                found.add(value.offset, "\"" + value.text + "\" is no value that " + condition.key.text +
                                            " has: " + std::string(key->what) + ".");
            }
        }
}

}  // namespace

constinit const PolicyCheck networkIdMalformed = {
    .code = "PSY020",
    .name = "network-id-malformed",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "aws:SourceVpc and aws:SourceVpce are compared with ids",
    .why =
        "The keys hold the ids of VPC and endpoint, no ARNs and no names. Compared with anything else they never "
        "match, "
        "and a Deny unless they do shuts everybody out.",
    .howToFix = "Write the id of the VPC or endpoint.",
    .source =
        "Amazon S3 User Guide, Controlling access from VPC endpoints (F-119); IAM Access Analyzer, Invalid vpc "
        "format, Invalid vpce format",
    .look = look,
};

}  // namespace gw::lint
