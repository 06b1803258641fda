#include "model/repair/least_privilege.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/reach/key_use.h"
#include "model/reach/network.h"

namespace gw {
namespace {

std::string listOf(const std::set<std::string>& values) {
    std::string list;
    for (const std::string& value : values) list += (list.empty() ? "" : ", ") + quotedJson(value);
    return "[" + list + "]";
}

}  // namespace

PolicyNeed needOf(const CallRequest& request, const std::string& action) {
    const AskedArn arn = request.arnFor(action);
    if (arn.sure == 0) return {action, {}};
    PolicyNeed need{action, arn.pattern};
    // No key is empty: people write "bucket/*" for what is "bucket/?*".
    if (need.resource.ends_with("?*")) need.resource.erase(need.resource.size() - 2, 1);
    return need;
}

std::vector<PolicyNeed> needsOf(const Network& network, const Flow& flow, const ServiceResource& target) {
    const CallRequest request(network, flow, target);
    std::vector<PolicyNeed> needs;
    for (const std::string& action : flow.actions) needs.push_back(needOf(request, action));
    return needs;
}

std::vector<PolicyNeed> keyNeedsOf(const Network& network, const Flow& flow, const ServiceResource& target) {
    const ServiceResource* key = find(network.design(), target.encryptionKey);
    if (!key || key->service != "kms" || key->awsOwned || target.awsOwned) return {};
    Flow forwarded = flow;
    forwarded.resourceArn.clear();
    const CallRequest request(network, forwarded, *key);
    std::vector<PolicyNeed> needs;
    for (const std::string& action : flow.actions)
        for (const std::string_view keyAction : keyActionsFor(action))
            needs.push_back(needOf(request, std::string(keyAction)));
    return needs;
}

namespace {

PolicyDocument policyOf(const std::string& effect, const std::vector<PolicyNeed>& needs, const std::string& members) {
    std::map<std::string, std::set<std::string>> actionsOf;
    for (const PolicyNeed& need : needs) actionsOf[need.resource].insert(need.action);
    std::map<std::set<std::string>, std::set<std::string>> resourcesOf;
    for (const auto& [resource, actions] : actionsOf) resourcesOf[actions].insert(resource);
    std::string statements;
    for (const auto& [actions, resources] : resourcesOf)
        statements += std::string(statements.empty() ? "" : ", ") + R"({"Effect": )" + quotedJson(effect) + ", " +
                      members + R"("Action": )" + listOf(actions) + R"(, "Resource": )" + listOf(resources) + "}";
    return PolicyDocument::literal(R"({"Version": "2012-10-17", "Statement": [)" + statements + "]}");
}

}  // namespace

PolicyDocument leastPrivilege(const std::vector<PolicyNeed>& needs, const std::string& members) {
    return policyOf("Allow", needs, members);
}

PolicyDocument denialOf(const std::vector<PolicyNeed>& needs, const std::string& members) {
    return policyOf("Deny", needs, members);
}

PolicyDocument withStatements(const PolicyDocument& policy, const PolicyDocument& added) {
    const auto first = parseJson(policy.text());
    const auto second = parseJson(added.text());
    const JsonNode* more = second ? second->find("Statement") : nullptr;
    if (!first || !more) return policy;
    JsonNode whole = *first;
    const auto at = std::ranges::find(whole.children, "Statement", &std::pair<std::string, JsonNode>::first);
    if (at == whole.children.end()) return added;
    // A single statement may stand without a list around it.
    if (!at->second.is(JsonNode::Kind::Array)) {
        JsonNode list{JsonNode::Kind::Array};
        list.children.emplace_back(std::string(), std::move(at->second));
        at->second = std::move(list);
    }
    at->second.children.insert(at->second.children.end(), more->children.begin(), more->children.end());
    return PolicyDocument::of(whole);
}

}  // namespace gw
