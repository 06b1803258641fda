#include "model/policy/lint/lint.h"

#include <algorithm>

namespace gw {

std::vector<PolicyFinding> lintPolicy(std::string_view text, const PolicyPlace& place) {
    const LintedPolicy policy(text, place);
    PolicyFindings found(text);
    for (const PolicyCheck* check : allPolicyChecks()) {
        found.begin(*check);
        check->look(policy, found);
    }
    return found.take();
}

PolicyType likelyTypeOf(std::string_view text) {
    // Read as the type that takes the most; what it may not hold is of no interest here.
    const std::vector<PolicyStatement> statements = readPolicy(text, PolicyType::Resource).policy.statements;
    if (std::ranges::none_of(statements, [](const PolicyStatement& each) { return each.principal.has_value(); }))
        return PolicyType::Identity;
    const auto assumes = [](const PolicyStatement& statement) {
        return !statement.resource && std::ranges::all_of(statement.action.patterns, [](const PlacedText& action) {
            return lowerCase(action.text).starts_with("sts:");
        });
    };
    return std::ranges::all_of(statements, assumes) ? PolicyType::Trust : PolicyType::Resource;
}

}  // namespace gw
