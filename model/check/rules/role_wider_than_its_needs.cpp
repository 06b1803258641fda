#include <algorithm>
#include <iterator>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/policy/lint/globs.h"
#include "model/policy/pattern.h"
#include "model/policy/read.h"
#include "model/reach/call_request.h"
#include "model/repair/least_privilege.h"

namespace gw::rules {
namespace {

/// What the wanted flows that a role signs ask for.
struct RoleNeeds {
    std::vector<PolicyNeed> needs{};
    /// Whether all of it is told: each flow says its actions, and each of these its resource.
    bool areAllKnown = true;
};

RoleNeeds needsOf(const Facts& facts, const Role& role) {
    RoleNeeds found;
    for (const Flow* flow : facts.flowsSignedBy(role.id)) {
        const ServiceResource* service = serviceOf(facts.design(), *flow);
        if (!service) continue;
        found.areAllKnown = found.areAllKnown && !flow->actions.empty();
        std::ranges::move(gw::needsOf(facts.network(), *flow, *service), std::back_inserter(found.needs));
        std::ranges::move(keyNeedsOf(facts.network(), *flow, *service), std::back_inserter(found.needs));
    }
    for (const PolicyNeed& need : found.needs) found.areAllKnown = found.areAllKnown && !need.resource.empty();
    return found;
}

bool isWideAction(const PlacedText& action) {
    return action.text == "*" || action.text.ends_with(":*");
}

bool matches(const PlacedText& action, const PolicyNeed& need) {
    return matchesWildcard(action.text, need.action, true);
}

bool allowsEveryResource(const PolicyStatement& statement) {
    return statement.resource && !statement.resource->negated &&
           std::ranges::find(statement.resource->patterns, "*", &PlacedText::text) !=
               statement.resource->patterns.end();
}

/// Whether the pattern stands for an action that a need shows to have a resource.
bool hasResource(const PlacedText& action, const std::vector<PolicyNeed>& needs) {
    return std::ranges::any_of(needs, [&](const PolicyNeed& need) {
        return need.resource != "*" && !need.resource.empty() && matches(action, need);
    });
}

bool isWideResource(const PolicyStatement& statement, const std::vector<PolicyNeed>& needs) {
    return allowsEveryResource(statement) &&
           std::ranges::any_of(statement.action.patterns,
                               [&](const PlacedText& action) { return hasResource(action, needs); });
}

/// Why the statement is too wide, in its own words; empty where it is not.
std::string widthOf(const PolicyStatement& statement, const std::vector<PolicyNeed>& needs) {
    if (!statement.allows()) return {};
    if (statement.action.negated) return "NotAction";
    const auto& actions = statement.action.patterns;
    if (const auto wide = std::ranges::find_if(actions, isWideAction); wide != actions.end()) return wide->text;
    return isWideResource(statement, needs) ? "Resource *" : "";
}

/// The same of the policy.
std::string widthOf(const PolicyDocument& policy, const std::vector<PolicyNeed>& needs) {
    for (const PolicyStatement& statement : readPolicy(policy.text(), PolicyType::Identity).policy.statements)
        if (std::string wide = widthOf(statement, needs); !wide.empty()) return wide;
    return {};
}

/// How much of what a need asks for a statement speaks of.
enum class Share : std::uint8_t { None, Part, All };

Share shareOf(const PlacedText& resource, const PolicyNeed& need) {
    // What takes no resource is allowed where every resource is, and nowhere else.
    if (need.resource == "*") return globCovers(resource.text, "*") ? Share::All : Share::None;
    if (resourceCovers(resource.text, need.resource)) return Share::All;
    return globsMeet(globOf(resource.text), need.resource) ? Share::Part : Share::None;
}

Share shareOf(const PolicyStatement& statement, const PolicyNeed& need) {
    if (!statement.resource) return Share::All;
    Share most = Share::None;
    for (const PlacedText& each : statement.resource->patterns) most = std::max(most, shareOf(each, need));
    if (!statement.resource->negated || most == Share::Part) return most;
    return most == Share::All ? Share::None : Share::All;
}

/// The needs whose action the statement allows on that share of what they ask for.
std::vector<PolicyNeed> allowedBy(const PolicyStatement& statement, const std::vector<PolicyNeed>& needs, Share share) {
    std::vector<PolicyNeed> allowed;
    for (const PolicyNeed& need : needs) {
        const bool named = std::ranges::any_of(statement.action.patterns,
                                               [&](const PlacedText& action) { return matches(action, need); });
        if (named != statement.action.negated && shareOf(statement, need) == share) allowed.push_back(need);
    }
    return allowed;
}

/// A too wide statement, narrowed: what it says of other actions under the same conditions, and then what flows need
/// of the rest of it, under those conditions too. Where it speaks of a part of what a flow asks for, or of what policy
/// variables stand for, its resources stay and only its actions are narrowed.
std::vector<JsonNode> narrowed(const PolicyStatement& statement, const JsonNode& written,
                               const std::vector<PolicyNeed>& needs) {
    std::vector<JsonNode> statements;
    std::vector<PolicyNeed> allowed = allowedBy(statement, needs, Share::All);
    std::vector<PolicyNeed> inPart = allowedBy(statement, needs, Share::Part);
    std::vector<std::string> kept;
    for (const PlacedText& action : statement.action.patterns) {
        if (statement.action.negated || isWideAction(action)) continue;
        if (allowsEveryResource(statement) && hasResource(action, needs)) continue;
        kept.push_back(action.text);
        for (auto* of : {&allowed, &inPart})
            std::erase_if(*of, [&](const PolicyNeed& need) { return matches(action, need); });
    }
    for (const PolicyNeed& need : inPart)
        if (std::ranges::find(kept, need.action) == kept.end()) kept.push_back(need.action);
    if (!kept.empty()) {
        JsonNode actions{JsonNode::Kind::Array};
        for (const std::string& action : kept)
            actions.children.emplace_back(std::string(), JsonNode{JsonNode::Kind::String, action});
        JsonNode rest = written;
        for (auto& [key, value] : rest.children)
            if (key == "Action" || key == "NotAction") {
                key = "Action";
                value = actions;
            }
        statements.push_back(std::move(rest));
    }
    if (allowed.empty()) return statements;
    const JsonNode* condition = written.find("Condition");
    const auto made = parseJson(
        leastPrivilege(allowed, condition ? R"("Condition": )" + prettyJson(*condition) + ", " : std::string()).text());
    for (const auto& [none, each] : made->find("Statement")->children) statements.push_back(each);
    return statements;
}

/// The policy with its too wide statements narrowed and everything else as it is. None where nothing is left of it.
std::optional<PolicyDocument> narrowed(const PolicyDocument& policy, const std::vector<PolicyNeed>& needs) {
    const PolicyReading reading = readPolicy(policy.text(), PolicyType::Identity);
    JsonNode document = *parseJson(policy.text());
    const auto at = std::ranges::find(document.children, "Statement", &std::pair<std::string, JsonNode>::first);
    if (at == document.children.end()) return policy;
    JsonNode list{JsonNode::Kind::Array};
    const bool isList = at->second.is(JsonNode::Kind::Array);
    const std::size_t count = isList ? at->second.children.size() : 1;
    // What cannot be read is left alone.
    if (count != reading.policy.statements.size()) return policy;
    for (std::size_t i = 0; i < count; ++i) {
        const PolicyStatement& statement = reading.policy.statements[i];
        const JsonNode& written = isList ? at->second.children[i].second : at->second;
        if (widthOf(statement, needs).empty())
            list.children.emplace_back(std::string(), written);
        else
            for (JsonNode& each : narrowed(statement, written, needs))
                list.children.emplace_back(std::string(), std::move(each));
    }
    if (list.children.empty()) return std::nullopt;
    at->second = std::move(list);
    return PolicyDocument::of(document);
}

Finding findingFor(const Role& role, const std::string& name, const std::string& wide) {
    return {role.id, name + " allows " + wide + ", more than its flows need.", Severity::Warning};
}

/// None is added where the design does not say what a flow asks for.
void addFix(Finding& finding, const Role& role, const std::string& name, const RoleNeeds& asked) {
    if (!asked.areAllKnown) return;
    std::vector<NamedPolicy> after;
    for (const NamedPolicy& policy : role.policies)
        if (auto document = narrowed(policy.document, asked.needs)) after.push_back({policy.name, *document});
    if (after != role.policies)
        finding.fixes.push_back(
            reviewedFix("Allow " + name + " what its flows need", edits::setInlinePolicies(role.id, after)));
}

void lookAt(const Facts& facts, const Role& role, std::vector<Finding>& found) {
    const RoleNeeds asked = needsOf(facts, role);
    if (asked.needs.empty()) return;
    std::string wide;
    for (const NamedPolicy& policy : role.policies)
        if (wide.empty()) wide = widthOf(policy.document, asked.needs);
    const bool inInline = !wide.empty();
    for (const auto& id : role.managedPolicies)
        if (const Policy* policy = find(facts.design(), id); policy && wide.empty())
            wide = widthOf(policy->document, asked.needs);
    if (wide.empty()) return;
    found.push_back(findingFor(role, facts.name(role.id), wide));
    if (inInline) addFix(found.back(), role, facts.name(role.id), asked);
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
    .check = each<&Design::roles, lookAt>(),
};

}  // namespace gw::rules
