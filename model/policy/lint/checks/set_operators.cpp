#include <algorithm>

#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/statement_actions.h"

namespace gw::lint {
namespace {

using Family = ConditionOperator::Family;
using Quantifier = ConditionOperator::Quantifier;

/// Whether the statement asks elsewhere that the key be there.
bool asksForPresence(const PolicyStatement& statement, const std::string& key) {
    return std::ranges::any_of(statement.conditions, [&](const PolicyCondition& condition) {
        return condition.compares.family == Family::Null && lowerCase(condition.key.text) == lowerCase(key) &&
               condition.values.size() == 1 && lowerCase(condition.values[0].text) == "false";
    });
}

/// Tags of a request may be left out by right: then there is nothing to compare.
bool mayBeLeftOut(const std::string& key) {
    const std::string lower = lowerCase(key);
    return lower == "aws:tagkeys" || lower.starts_with("aws:requesttag/");
}

void lookAt(const LintedPolicy& policy, const PolicyStatement& statement, const PolicyCondition& condition,
            PolicyFindings& found) {
    const std::string& key = condition.key.text;
    const Quantifier quantifier = condition.compares.quantifier;
    const std::string& name = condition.operatorName.text;
    if (condition.compares.family == Family::Null) {
        if (quantifier != Quantifier::None)
            found.add(
                condition.operatorName.offset, Severity::Hint,
                "Null asks whether the key is there; " + name.substr(0, name.find(':')) + " before it says nothing.");
        return;
    }
    const IamConditionKey* known = IamCatalog::builtIn().key(key);
    if (quantifier == Quantifier::None) {
        if (known && known->multivalued)
            found.add(condition.operatorName.offset,
                      key + " has several values; put ForAnyValue or ForAllValues before " + name + ".");
        return;
    }
    if (quantifier == Quantifier::ForAllValues && statement.allows() && !condition.compares.negated &&
        !mayBeLeftOut(key) && !asksForPresence(statement, key)) {
        found.add(condition.operatorName.offset, policy.nameOf(statement) + " allows requests without " + key +
                                                     " too: ForAllValues holds where there is no value.");
    } else if (known && !known->multivalued) {
        found.add(condition.operatorName.offset, Severity::Hint,
                  key + " has one value; " + name.substr(0, name.find(':')) + " is for keys with several.");
    }
}

void look(const LintedPolicy& policy, PolicyFindings& found) {
    for (const PolicyStatement& statement : policy.statements())
        for (const PolicyCondition& condition : statement.conditions) lookAt(policy, statement, condition, found);
}

}  // namespace

constinit const PolicyCheck setOperatorMisused = {
    .code = "PSY019",
    .name = "set-operator-misused",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "Keys with several values stand under ForAnyValue or ForAllValues, and no others",
    .why =
        "ForAllValues holds where the request has no value at all, so an Allow with it opens to requests without the "
        "key. A key with several values needs one of the two; a key with one value needs neither.",
    .howToFix = "Name the set operator that is meant; beside ForAllValues in an Allow add Null: false for the key.",
    .source = "IAM User Guide, Set operators for multivalued context keys (F-328, F-329)",
    .look = look,
};

}  // namespace gw::lint
