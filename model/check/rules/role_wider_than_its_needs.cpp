#include <algorithm>
#include <map>
#include <set>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/policy/statement.h"

namespace gw::rules {
namespace {

struct Need {
    std::string action;
    std::string resource;
};

/// What flows ask for, by the role that signs them. "*" stands for actions without a resource.
std::map<std::string, std::vector<Need>> needsByRole(const Facts& facts) {
    std::map<std::string, std::vector<Need>> needs;
    for (const auto& [flow, trace, caller, vpc, target] : facts.flows()) {
        if (!isWanted(flow) || !target || flow.principal != FlowPrincipal::Role) continue;
        const Client* client = find(facts.design(), Id<Client>{flow.from.value});
        const Id<Role> own = flow.role ? flow.role
                             : caller  ? caller->role
                             : client  ? client->role
                                       : Id<Role>{flow.from.value};
        for (const std::string& action : flow.actions)
            needs[own.value].push_back({action, flow.resourceArn.empty() ? target->arn : flow.resourceArn});
    }
    return needs;
}

bool isWideAction(std::string_view action) {
    return action == "*" || action.ends_with(":*");
}

/// Whether the statement allows every resource to an action that a need shows to have one.
bool isWideResource(const Statement& statement, const std::vector<Need>& needs) {
    if (std::ranges::find(statement.resources, "*") == statement.resources.end()) return false;
    return std::ranges::any_of(needs, [&](const Need& need) {
        return need.resource != "*" && !need.resource.empty() &&
               std::ranges::any_of(statement.actions, [&](const std::string& action) {
                   return matchesWildcard(action, need.action, true);
               });
    });
}

JsonNode text(std::string value) {
    JsonNode node;
    node.kind = JsonNode::Kind::String;
    node.text = std::move(value);
    return node;
}

JsonNode list(const std::set<std::string>& values) {
    JsonNode node;
    node.kind = JsonNode::Kind::Array;
    for (const std::string& value : values) node.children.emplace_back("", text(value));
    return node;
}

/// One Allow statement for each resource, with the actions asked of it.
PolicyDocument leastPrivilege(const std::vector<Need>& needs) {
    std::map<std::string, std::set<std::string>> actionsOf;
    for (const Need& need : needs) actionsOf[need.resource].insert(need.action);
    std::map<std::set<std::string>, std::set<std::string>> resourcesOf;
    for (const auto& [resource, actions] : actionsOf) resourcesOf[actions].insert(resource);
    JsonNode statements;
    statements.kind = JsonNode::Kind::Array;
    for (const auto& [actions, resources] : resourcesOf) {
        JsonNode statement;
        statement.kind = JsonNode::Kind::Object;
        statement.children.emplace_back("Effect", text("Allow"));
        statement.children.emplace_back("Action", list(actions));
        statement.children.emplace_back("Resource", list(resources));
        statements.children.emplace_back("", std::move(statement));
    }
    JsonNode policy;
    policy.kind = JsonNode::Kind::Object;
    policy.children.emplace_back("Version", text("2012-10-17"));
    policy.children.emplace_back("Statement", std::move(statements));
    return PolicyDocument::of(policy);
}

/// Why the policy is too wide, in its own words; empty where it is not.
std::string widthOf(const PolicyDocument& policy, const std::vector<Need>& needs) {
    for (const Statement& statement : statementsOf(policy.text())) {
        if (!statement.allows) continue;
        if (const auto wide = std::ranges::find_if(statement.actions, isWideAction); wide != statement.actions.end())
            return *wide;
        if (!statement.notActions.empty()) return "NotAction";
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
        const std::vector<Need>& needs = at->second;
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
            const bool allNamed = std::ranges::none_of(needs, [](const Need& need) { return need.resource.empty(); });
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
