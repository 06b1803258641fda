#include "model/check/policy_rule.h"

#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw {
namespace {

/// Puts the document in the place of the row's policy.
Edit replacing(const PolicyCarrier& carrier, const CarriedPolicy& policy, const PolicyDocument& document) {
    if (policy.slot == PolicySlot::Trust) return edits::setField(carrier.id, "trustPolicy", document.text());
    if (policy.slot == PolicySlot::Inline) {
        const Role& role = *std::get<const Role*>(carrier.row);
        std::vector<NamedPolicy> policies = role.policies;
        policies.at(policy.place).document = document;
        return edits::setInlinePolicies(role.id, std::move(policies));
    }
    if (std::holds_alternative<const Policy*>(carrier.row))
        return edits::setField(carrier.id, "document", document.text());
    if (std::holds_alternative<const ServiceNetwork*>(carrier.row))
        return edits::setField(carrier.id, "authPolicy", document.text());
    return edits::setPolicy(carrier.id, document);
}

}  // namespace

void addPolicyFindings(const Facts& facts, const PolicyCarrier& carrier, const PolicyCheck& check,
                       std::vector<Finding>& found) {
    for (const CarriedPolicy& policy : facts.policyLints().of(carrier))
        for (const PolicyFinding& each : policy.findings) {
            if (each.check != &check) continue;
            const std::string where = policy.label.empty() ? "" : ", " + policy.label;
            Finding finding{carrier.id, facts.name(carrier.id) + where + ": " + each.message, each.severity};
            if (each.fix)
                if (const auto document = PolicyDocument::parse(mended(policy.document->text(), *each.fix))) {
                    Edit edit = replacing(carrier, policy, *document);
                    std::string label = each.fix->label + " in " + facts.name(carrier.id);
                    finding.fixes.push_back(each.fix->safe ? safeFix(std::move(label), std::move(edit))
                                                           : reviewedFix(std::move(label), std::move(edit)));
                }
            found.push_back(std::move(finding));
        }
}

}  // namespace gw
