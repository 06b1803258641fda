#pragma once
#include "model/check/policy_lints.h"
#include "model/check/rule.h"
#include "model/policy/lint/checks/checks.h"

/// Checks of policies as rules of designs.
namespace gw {

/// What the check finds in the policies of one row, with its fixes as edits of the row.
void addPolicyFindings(const Facts& facts, const PolicyCarrier& carrier, const PolicyCheck& check,
                       std::vector<Finding>& found);

/// Looks at each row that carries policies: `lookAt(facts, carrier, found)`.
template <auto lookAt>
constexpr Look eachPolicyCarrier() {
    return Look(Look::Rows{[](const Facts& facts, const Look::Visit& visit) {
                               for (const PolicyCarrier& carrier : facts.policyLints().carriers())
                                   visit(carrier.id.value, &carrier);
                           },
                           PolicyLints::carriersPart,
                           [](const Facts& facts, const std::string& id) -> const void* {
                               return facts.policyLints().carrier(id);
                           }},
                [](const Facts& facts, const void* row, Look::Found& found) {
                    lookAt(facts, *static_cast<const PolicyCarrier*>(row), found);
                });
}

/// The rule that asks the check of every policy of a design.
template <const PolicyCheck& check>
Rule policyRule() {
    constexpr auto lookAt = [](const Facts& facts, const PolicyCarrier& carrier, std::vector<Finding>& found) {
        addPolicyFindings(facts, carrier, check, found);
    };
    return {check.code,     check.name,   check.severity,
            check.category, check.title,  check.why,
            check.howToFix, check.source, eachPolicyCarrier<lookAt>()};
}

}  // namespace gw
