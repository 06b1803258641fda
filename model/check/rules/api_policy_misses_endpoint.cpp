#include "model/check/needs.h"
#include "model/check/policy_stops.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const FlowFacts& flow, std::vector<Finding>& found) {
    const ServiceResource* api = flow.service;
    if (!api || api->apiType != ApiType::Private) return;
    const Endpoint* endpoint = endpointOn(facts.design(), flow.trace);
    const auto stops = policyStops(flow, {Code::PolicyResourceExplicit});
    if (!endpoint || stops.empty()) return;
    found.push_back({api->id,
                     "The policy of " + facts.name(api->id) + " denies " + facts.name(flow.flow.from) +
                         ", which calls through " + facts.name(endpoint->id) + ".",
                     Severity::Error, allowingFixes(facts, flow, *stops.front())});
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
