#include <algorithm>
#include <iterator>
#include <map>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/policy/pattern.h"
#include "model/policy/read.h"
#include "model/reach/call_request.h"
#include "model/repair/least_privilege.h"

namespace gw::rules {
namespace {

/// What the flow asks for, an entry for each of its actions.
std::vector<PolicyNeed> policyNeedsOf(const FlowFacts& flow) {
    std::vector<PolicyNeed> needs;
    if (!flow.service) return needs;
    for (const std::string& action : flow.flow.actions)
        needs.push_back({action, flow.flow.resourceArn.empty() ? flow.service->arn : flow.flow.resourceArn});
    return needs;
}

/// What flows ask for, by the role that signs them.
std::map<std::string, std::vector<PolicyNeed>> needsByRole(const Facts& facts) {
    std::map<std::string, std::vector<PolicyNeed>> needs;
    for (const FlowFacts& flow : facts.flows()) {
        const Role* role = isWanted(flow.flow) ? signingRole(facts.design(), flow.flow) : nullptr;
        if (role) std::ranges::move(policyNeedsOf(flow), std::back_inserter(needs[role->id.value]));
    }
    std::erase_if(needs, [](const auto& each) { return each.second.empty(); });
    return needs;
}

bool isWideAction(const PlacedText& action) {
    return action.text == "*" || action.text.ends_with(":*");
}

/// Whether the statement allows every resource to an action that a need shows to have one.
bool isWideResource(const PolicyStatement& statement, const std::vector<PolicyNeed>& needs) {
    if (!statement.resource || statement.resource->negated) return false;
    const auto& resources = statement.resource->patterns;
    if (std::ranges::find(resources, "*", &PlacedText::text) == resources.end()) return false;
    return std::ranges::any_of(needs, [&](const PolicyNeed& need) {
        return need.resource != "*" && !need.resource.empty() &&
               std::ranges::any_of(statement.action.patterns, [&](const PlacedText& action) {
                   return matchesWildcard(action.text, need.action, true);
               });
    });
}

/// Why the policy is too wide, in its own words; empty where it is not.
std::string widthOf(const PolicyDocument& policy, const std::vector<PolicyNeed>& needs) {
    for (const PolicyStatement& statement : readPolicy(policy.text(), PolicyType::Identity).policy.statements) {
        if (!statement.allows()) continue;
        if (statement.action.negated) return "NotAction";
        const auto& actions = statement.action.patterns;
        if (const auto wide = std::ranges::find_if(actions, isWideAction); wide != actions.end()) return wide->text;
        if (isWideResource(statement, needs)) return "Resource *";
    }
    return {};
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    const auto all = needsByRole(facts);
    for (const Role& role : facts.design().roles) {
        const auto at = all.find(role.id.value);
        if (at == all.end()) continue;
        const std::vector<PolicyNeed>& needs = at->second;
        std::string wide;
        bool inInline = false;
        for (const NamedPolicy& policy : role.policies)
            if (wide.empty() && !(wide = widthOf(policy.document, needs)).empty()) inInline = true;
        for (const auto& id : role.managedPolicies)
            if (const Policy* policy = find(facts.design(), id); policy && wide.empty())
                wide = widthOf(policy->document, needs);
        if (wide.empty()) continue;
        const std::string name = facts.name(role.id);
        Finding finding{role.id, name + " allows " + wide + ", more than its flows need.", Severity::Warning};
        if (inInline) {
            const bool allNamed =
                std::ranges::none_of(needs, [](const PolicyNeed& need) { return need.resource.empty(); });
            std::vector<NamedPolicy> after;
            for (const NamedPolicy& policy : role.policies)
                if (widthOf(policy.document, needs).empty()) after.push_back(policy);
            after.push_back({"flows", leastPrivilege(needs)});
            if (allNamed)
                finding.fixes.push_back(
                    reviewedFix("Allow " + name + " what its flows need", edits::setInlinePolicies(role.id, after)));
        }
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule roleWiderThanItsNeeds = {
    .code = "PSE007",
    .name = "role-wider-than-its-needs",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "A role may do what its flows need, and no more",
    .why =
        "With * for actions or resources, whoever takes over the workload may do anything with every "
        "bucket, table or secret of the account, through the same endpoint.",
    .howToFix = "Name the actions and resources that the flows need.",
    .source =
        "IAM User Guide, Grant least privilege; IAM Access Analyzer; AWS Config "
        "iam-policy-no-statements-with-full-access",
    .check = look,
};

}  // namespace gw::rules
