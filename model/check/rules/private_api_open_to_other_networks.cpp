#include "model/check/flow_requests.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

/// A call through somebody else's endpoint, whoever signs it.
AccessRequest fromStranger(const ServiceResource& api) {
    RequestContext context;
    context.assumeOthersUnknown(true);
    context.set("aws:SourceVpce", "vpce-of-a-stranger");
    context.set("aws:SourceVpc", "vpc-of-a-stranger");
    context.set("aws:VpceAccount", "999999999999");
    context.set("aws:VpceOrgID", "o-stranger");
    context.setAbsent("aws:SourceIp");
    return {"execute-api:Invoke", {api.arn + "/prod/GET/things"}, RequestPrincipal(), context};
}

void lookAt(const Facts& facts, const ServiceResource& api, std::vector<Finding>& found) {
    if (api.apiType != ApiType::Private || api.arn.empty()) return;
    const auto policy = resourcePolicyOf(api);
    if (policy && admits(policy->policy, fromStranger(api)) == Match::Yes)
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
