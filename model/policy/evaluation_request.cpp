#include "model/policy/evaluation_request.h"

#include <algorithm>
#include <initializer_list>

#include "model/policy/member_reader.h"

namespace gw {
namespace {

using ProblemKind = PolicyProblem::Kind;

class RequestReader : public MemberReader {
public:
    EvaluationRequest read(const JsonNode& root) {
        EvaluationRequest found;
        if (!isObject(root, "A request",
                      {"request", "identityPolicies", "permissionBoundaries", "sessionPolicy", "vpcEndpointPolicies",
                       "serviceControlPolicies", "resourceControlPolicies"}))
            return found;
        const JsonNode* request = required(root, "request");
        if (!request || !isObject(*request, "request", {"action", "resource", "principal", "context"})) return found;
        const std::string action = textOf(*request, "action", true);
        if (!problem && (action.find(':') == std::string::npos || action.find_first_of("*?") != std::string::npos))
            refuse(ProblemKind::BadValue, *request->find("action"),
                   "The action is one of a service, as in s3:GetObject, without wildcards.");
        RequestedResource resource = resourceOf(*request, action, found.grants);
        const std::string principal = textOf(*request, "principal", true);
        found.grants.identity = policiesOf(root, "identityPolicies", PolicyType::Identity);
        found.grants.boundaries = policiesOf(root, "permissionBoundaries", PolicyType::Boundary);
        found.grants.endpoint = policiesOf(root, "vpcEndpointPolicies", PolicyType::Endpoint);
        found.grants.endpointKind = endpointKindOf(root);
        found.grants.serviceControl = levelsOf(root, "serviceControlPolicies", PolicyType::ServiceControl);
        found.grants.resourceControl = levelsOf(root, "resourceControlPolicies", PolicyType::ResourceControl);
        if (const JsonNode* session = root.find("sessionPolicy"); session && !session->is(JsonNode::Kind::Null))
            found.grants.session = sessionOf(*session);
        found.request =
            AccessRequest(action, std::move(resource), RequestPrincipal::of(principal), contextOf(*request));
        return found;
    }

private:
    bool isObject(const JsonNode& node, std::string_view what, std::initializer_list<std::string_view> known) {
        if (!node.is(JsonNode::Kind::Object)) {
            refuse(ProblemKind::WrongType, node, std::string(what) + " is no JSON object.");
            return false;
        }
        for (const auto& [key, child] : node.children)
            if (std::ranges::find(known, key) == known.end()) refuseUnknown(key, child.offset, what, known);
        return !problem;
    }

    GrantedPolicy policyOf(std::string name, const JsonNode& document, PolicyType type) {
        const PolicyReading reading = readPolicy(document, type);
        refuseUnclear(reading.problems);
        return {std::move(name), CompiledPolicy(reading.policy)};
    }

    /// A list of {"name", "policy"}; none where the member is not there.
    std::vector<GrantedPolicy> policiesOf(const JsonNode& object, std::string_view key, PolicyType type) {
        std::vector<GrantedPolicy> found;
        const JsonNode* list = object.find(key);
        if (!list || list->is(JsonNode::Kind::Null)) return found;
        if (!list->is(JsonNode::Kind::Array))
            refuse(ProblemKind::WrongType, *list, "\"" + std::string(key) + "\" is a list of policies.");
        for (const auto& [none, each] : list->children) {
            if (!isObject(each, "An entry", {"name", "policy", "type"})) break;
            const JsonNode* document = required(each, "policy");
            if (!document) break;
            if (const JsonNode* kind = each.find("type"); kind && type != PolicyType::Endpoint)
                refuse(ProblemKind::UnknownElement, *kind, "Only the policy of an endpoint has a type here.");
            found.push_back(policyOf(textOf(each, "name", true), *document, type));
        }
        return found;
    }

    /// How the endpoint understands Principal; an interface endpoint where it is not said.
    Grants::EndpointKind endpointKindOf(const JsonNode& root) {
        const JsonNode* list = root.find("vpcEndpointPolicies");
        if (problem || !list) return Grants::EndpointKind::Interface;
        for (const auto& [none, each] : list->children) {
            const std::string kind = textOf(each, "type", false);
            if (kind == "Gateway") return Grants::EndpointKind::Gateway;
            if (!kind.empty() && kind != "Interface")
                refuse(ProblemKind::BadValue, *each.find("type"), "An endpoint's type is Gateway or Interface.");
        }
        return Grants::EndpointKind::Interface;
    }

    std::vector<OrganizationLevel> levelsOf(const JsonNode& root, std::string_view key, PolicyType type) {
        std::vector<OrganizationLevel> found;
        const JsonNode* list = root.find(key);
        if (!list || list->is(JsonNode::Kind::Null)) return found;
        if (!list->is(JsonNode::Kind::Array))
            refuse(ProblemKind::WrongType, *list,
                   "\"" + std::string(key) + "\" is a list of an organisation's levels.");
        for (const auto& [none, level] : list->children) {
            if (!isObject(level, "A level", {"orgIdentifier", "policies"})) break;
            if (!required(level, "policies")) break;
            found.push_back({textOf(level, "orgIdentifier", true), policiesOf(level, "policies", type)});
        }
        return found;
    }

    /// The document itself, or {"name", "policy"} as elsewhere.
    GrantedPolicy sessionOf(const JsonNode& node) {
        const JsonNode* document = node.find("policy");
        if (!document || node.find("Statement")) return policyOf("session", node, PolicyType::Session);
        if (!isObject(node, "sessionPolicy", {"name", "policy"})) return {};
        const std::string name = textOf(node, "name", false);
        return policyOf(name.empty() ? "session" : name, *document, PolicyType::Session);
    }

    RequestedResource resourceOf(const JsonNode& request, std::string_view action, Grants& grants) {
        RequestedResource found;
        const JsonNode* resource = required(request, "resource");
        if (!resource || !isObject(*resource, "resource", {"arn", "accountId", "policy", "restrictPublicBuckets"}))
            return found;
        found.arn = textOf(*resource, "arn", true);
        found.account = textOf(*resource, "accountId", false);
        if (const JsonNode* restricted = resource->find("restrictPublicBuckets"))
            found.restrictsPublicBuckets = restricted->text == "true";
        const JsonNode* policy = resource->find("policy");
        if (!policy || policy->is(JsonNode::Kind::Null)) return found;
        const bool trust = lowerCase(action).starts_with("sts:");
        grants.resource = policyOf(found.arn, *policy, trust ? PolicyType::Trust : PolicyType::Resource);
        return found;
    }

    RequestContext contextOf(const JsonNode& request) {
        RequestContext found;
        const JsonNode* context = request.find("context");
        if (!context) return found;
        if (!context->is(JsonNode::Kind::Object))
            refuse(ProblemKind::WrongType, *context, "\"context\" is a JSON object.");
        for (const auto& [key, value] : context->children) {
            std::vector<std::string> values;
            const auto take = [&](const JsonNode& each) {
                if (!each.is(JsonNode::Kind::String))
                    refuse(ProblemKind::WrongType, each,
                           "A key's value is a text, a list of texts, or null where it is not known.");
                values.push_back(each.text);
            };
            if (value.is(JsonNode::Kind::Null)) {
                found.setUnknown(key);
                continue;
            }
            if (value.is(JsonNode::Kind::Array))
                for (const auto& [none, each] : value.children) take(each);
            else
                take(value);
            found.set(key, std::move(values));
        }
        return found;
    }
};

}  // namespace

tl::expected<EvaluationRequest, PolicyProblem> readEvaluationRequest(std::string_view text) {
    const auto root = parseJson(text);
    if (!root) return tl::unexpected(PolicyProblem{ProblemKind::NotJson, root.error().offset, root.error().message});
    RequestReader reader;
    EvaluationRequest found = reader.read(*root);
    if (reader.problem) return tl::unexpected(*reader.problem);
    return found;
}

}  // namespace gw
