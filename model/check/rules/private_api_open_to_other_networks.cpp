#include "model/check/facts.h"
#include "model/check/rule.h"
#include "model/reach/call_grants.h"
#include "model/reach/supposed_request.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const ServiceResource& api, std::vector<Finding>& found) {
    if (api.apiType != ApiType::Private || api.arn.empty() || !api.policy) return;
    Flow call;
    call.principal = FlowPrincipal::Anonymous;
    call.actions = {"execute-api:Invoke"};
    call.resourceArn = api.arn + "/prod/GET/things";
    const CallRequest request(facts.network(), call, api);
    const AccessRequest own = request.on({}, call.actions.front(), request.arnFor(call.actions.front()));
    const CallGrants grants = grantsOf(facts.network(), request, call, api);
    if (decide(throughForeignEndpoint(own), grants.grants) == AccessResult::Allowed)
        found.push_back({api.id, "The policy of " + facts.name(api.id) + " lets in calls from everybody's VPCs.",
                         Severity::Warning});
}

}  // namespace

extern const Rule privateApiOpenToOtherNetworks = {
    .code = "API002",
    .name = "private-api-open-to-other-networks",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "A private API's policy names the endpoints or VPCs that may call",
    .why =
        "A private API answers behind every execute-api endpoint of every account: what keeps strangers out is its "
        "resource "
        "policy alone.",
    .howToFix = "Deny execute-api:Invoke where aws:SourceVpce is not one of your endpoints.",
    .source = "API Gateway Developer Guide, Resource policy examples (F-155, F-326)",
    .check = each<&Design::resources, lookAt>(),
};

}  // namespace gw::rules
