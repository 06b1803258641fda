#include <algorithm>

#include "model/check/needs.h"
#include "model/check/private_dns.h"
#include "model/check/words.h"

namespace gw::rules {
namespace {

/// Whether somebody in the VPC calls a public API by its invoke URL, which private DNS would hide (FACTS F-152).
bool hidesPublicApi(const Facts& facts, const Endpoint& endpoint) {
    const auto needs = facts.network().needs(endpoint.vpc, "execute-api");
    return std::ranges::any_of(needs, [&](const Flow* flow) {
        return serviceOf(facts.design(), *flow)->apiType != ApiType::Private && usesServiceName(*flow);
    });
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.service != "execute-api") return;
    std::vector<const Flow*> passing = callsPassing(facts, endpoint);
    std::erase_if(passing,
                  [&](const Flow* flow) { return serviceOf(facts.design(), *flow)->apiType != ApiType::Private; });
    if (passing.empty()) return;
    Finding finding{endpoint.id,
                    facts.name(passing.front()->from) + andMore(passing.size()) + " cannot use the invoke URL of " +
                        facts.name(passing.front()->to) + ": private DNS of " + facts.name(endpoint.id) + " is off.",
                    Severity::Error};
    finding.fixes.push_back(callByEndpointName(facts, endpoint, passing));
    if (mayHavePrivateDns(facts, endpoint) && !hidesPublicApi(facts, endpoint))
        finding.fixes.push_back(turnPrivateDnsOn(facts, endpoint));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule invokeUrlUnusable = {
    .code = "API010",
    .name = "invoke-url-unusable",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Callers of a private API use a name that leads to it",
    .why =
        "The invoke URL of a private API leads to the endpoint through private DNS alone. Without it the "
        "name has public addresses, where a private API answers nobody.",
    .howToFix =
        "Call the endpoint's own name with the API's id in the Host or x-apigw-api-id header, or the name of "
        "an endpoint that is associated with the API; or turn private DNS on.",
    .source = "API Gateway Developer Guide, Invoke a private API (F-157)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
