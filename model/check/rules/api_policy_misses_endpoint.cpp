#include "model/check/flow_requests.h"
#include "model/check/needs.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const FlowFacts& flow, std::vector<Finding>& found) {
    const ServiceResource* api = flow.service;
    if (!isWanted(flow.flow) || !api || api->apiType != ApiType::Private) return;
    const Endpoint* endpoint = endpointOn(facts.design(), flow.trace);
    const auto policy = resourcePolicyOf(*api);
    if (!endpoint || !policy) return;
    for (const AccessRequest& request : requestsOf(facts, flow)) {
        Match denied = Match::No;
        for (const CompiledStatement& statement : policy->policy.statements())
            if (!statement.allows())
                denied = eitherOf(denied, statement.matchOf(request, PrincipalRule::Usual, false).match);
        if (denied == Match::Yes)
            return found.push_back({api->id,
                                    "The policy of " + facts.name(api->id) + " denies " + facts.name(flow.flow.from) +
                                        ", which calls through " + facts.name(endpoint->id) + ".",
                                    Severity::Error});
    }
}

}  // namespace

extern const Rule apiPolicyMissesEndpoint = {
    .code = "API004",
    .name = "api-policy-misses-endpoint",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A private API's policy lists the endpoint that its callers use",
    .why = "A Deny unless aws:SourceVpce is a listed endpoint answers 403 to calls through every other one.",
    .howToFix = "Add the endpoint to the list.",
    .source = "API Gateway Developer Guide, Resource policy examples (F-155, F-326)",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
