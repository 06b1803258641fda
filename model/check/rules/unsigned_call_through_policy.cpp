#include <algorithm>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/core/json.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

bool isEverybody(const JsonNode& principal) {
    if (principal.is(JsonNode::Kind::String)) return principal.text == "*";
    if (principal.is(JsonNode::Kind::Array))
        return std::ranges::any_of(principal.children, [](const auto& each) { return isEverybody(each.second); });
    const JsonNode* accounts = principal.find("AWS");
    return accounts && isEverybody(*accounts);
}

/// Whether each statement of the policy that allows names somebody. What it means is for the judge of policies.
bool namesPrincipals(const PolicyDocument& policy) {
    const auto json = parseJson(policy.text());
    const JsonNode* statements = json ? json->find("Statement") : nullptr;
    if (!statements) return false;
    const auto names = [](const JsonNode& statement) {
        const JsonNode* effect = statement.find("Effect");
        const JsonNode* principal = statement.find("Principal");
        return !effect || effect->text != "Allow" || (principal && !isEverybody(*principal));
    };
    if (statements->is(JsonNode::Kind::Object)) return names(*statements);
    return !statements->children.empty() &&
           std::ranges::all_of(statements->children, [&](const auto& each) { return names(each.second); });
}

/// Whether the call comes without a signature that the policy could look at.
bool isUnsigned(const ServiceResource& api, const Flow& flow) {
    if (api.apiAuth == ApiAuth::Cognito || api.apiAuth == ApiAuth::Custom) return true;
    return api.apiAuth == ApiAuth::None && flow.principal == FlowPrincipal::Anonymous;
}

std::vector<Fix> fixesOf(const Facts& facts, const ServiceResource& api, const Endpoint& endpoint, const Flow& flow) {
    std::vector<Edit> steps;
    if (api.apiAuth != ApiAuth::None) steps.push_back(edits::setField(api.id, "apiAuth", "AWS_IAM"));
    if (flow.principal == FlowPrincipal::Anonymous) steps.push_back(edits::setField(flow.id, "principal", "role"));
    return {reviewedFix("Sign calls of " + facts.name(flow.from) + " to " + facts.name(api.id),
                        inOrder({}, std::move(steps))),
            reviewedFix("Give " + facts.name(endpoint.id) + " the default policy",
                        edits::setPolicy(endpoint.id, std::nullopt))};
}

void lookAt(const Facts& facts, const FlowFacts& each, std::vector<Finding>& found) {
    const auto& [flow, trace, caller, vpc, api] = each;
    if (!isWanted(flow) || !api || api->service != "execute-api" || !isUnsigned(*api, flow)) return;
    const Endpoint* endpoint = endpointOn(facts.design(), trace);
    if (!endpoint || !endpoint->policy || !namesPrincipals(*endpoint->policy)) return;
    found.push_back({flow.id,
                     facts.name(flow.from) + " calls " + facts.name(api->id) + " unsigned, and the policy of " +
                         facts.name(endpoint->id) + " names principals.",
                     Severity::Error, fixesOf(facts, *api, *endpoint, flow)});
}

}  // namespace

extern const Rule unsignedCallThroughPolicy = {
    .code = "API008",
    .name = "unsigned-call-through-policy",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Through an endpoint policy that names principals calls are signed",
    .why =
        "An endpoint policy that names users or roles lets signed calls through alone: methods must be "
        "authorised by IAM, or by nothing and be called with a signature all the same.",
    .howToFix = "Authorise by IAM, or let the endpoint policy name nobody.",
    .source = "API Gateway Developer Guide, Use VPC endpoint policies for private APIs (F-161)",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
