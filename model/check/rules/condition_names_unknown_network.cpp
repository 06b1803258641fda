#include <algorithm>

#include "model/check/policy_lints.h"
#include "model/check/policy_rule.h"
#include "model/policy/read.h"

namespace gw::rules {
namespace {

/// What the key would have to name; empty for another key.
std::string_view nounOf(const PolicyCondition& condition) {
    const std::string key = lowerCase(condition.key.text);
    return key == "aws:sourcevpce" ? "endpoint" : key == "aws:sourcevpc" ? "VPC" : "";
}

bool isThere(const Design& design, std::string_view noun, const std::string& id) {
    return noun == "VPC" ? find(design, Id<Vpc>{id}) != nullptr : find(design, Id<Endpoint>{id}) != nullptr;
}

void lookAt(const Facts& facts, const PolicyCarrier& carrier, std::vector<Finding>& found) {
    for (const CarriedPolicy& policy : facts.policyLints().of(carrier))
        for (const PolicyStatement& statement :
             readPolicy(policy.document->text(), policy.where.type).policy.statements)
            for (const PolicyCondition& condition : statement.conditions) {
                const std::string_view noun = nounOf(condition);
                if (noun.empty() || condition.compares.family == ConditionOperator::Family::Null) continue;
                for (const PlacedText& value : condition.values)
                    if (value.text.find_first_of("*?$<{/ ") == std::string::npos && !value.text.empty() &&
                        !isThere(facts.design(), noun, value.text))
                        found.push_back({carrier.id,
                                         "A policy of " + facts.name(carrier.id) + " names " + value.text +
                                             ", and the design has no such " + std::string(noun) + ".",
                                         Severity::Warning});
            }
}

}  // namespace

extern const Rule conditionNamesUnknownNetwork = {
    .code = "PSE012",
    .name = "condition-names-unknown-network",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "Endpoints and VPCs that policies name are there",
    .why =
        "A condition on an endpoint or VPC that is gone, or was never drawn, never holds: an Allow lets nobody in, and "
        "a "
        "Deny unless it is that one shuts everybody out.",
    .howToFix =
        "Name an endpoint or VPC of the design, or accept the finding with the reason that it stands elsewhere.",
    .source = "IAM User Guide, aws:SourceVpce, aws:SourceVpc (F-119, F-302, F-312)",
    .check = eachPolicyCarrier<lookAt>(),
};

}  // namespace gw::rules
