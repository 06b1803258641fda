#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

bool usesInvokeUrl(const Flow& flow) {
    return flow.hostStyle != HostStyle::Custom && flow.hostStyle != HostStyle::EndpointSpecific;
}

const ServiceResource* apiOf(const Facts& facts, const Flow& flow) {
    return find(facts.design(), Id<ServiceResource>{flow.to.value});
}

bool isPublic(ApiType type) {
    return type == ApiType::Regional || type == ApiType::Edge;
}

std::vector<Fix> fixesOf(const Facts& facts, const Endpoint& endpoint, const Flow& flow, const ServiceResource& api) {
    std::vector<Fix> fixes;
    if (!api.customDomain.empty())
        fixes.push_back(reviewedFix("Call " + facts.name(api.id) + " as " + api.customDomain,
                                    inOrder({}, {edits::setField(flow.id, "hostStyle", "custom"),
                                                 edits::setField(flow.id, "host", api.customDomain)})));
    const auto needs = facts.network().needs(endpoint.vpc, "execute-api");
    const bool servesPrivateApi = std::ranges::any_of(needs, [&](const Flow* other) {
        const ServiceResource* target = apiOf(facts, *other);
        return target && !isPublic(target->apiType) && usesInvokeUrl(*other);
    });
    if (!servesPrivateApi)
        fixes.push_back(reviewedFix("Turn private DNS off for " + facts.name(endpoint.id),
                                    edits::setEndpointPrivateDns(endpoint.id, false)));
    return fixes;
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.service != "execute-api" || !endpoint.privateDns) return;
    for (const Flow* flow : facts.network().needs(endpoint.vpc, "execute-api")) {
        const ServiceResource* api = apiOf(facts, *flow);
        if (!isPublic(api->apiType) || !usesInvokeUrl(*flow)) continue;
        found.push_back({flow->id,
                         facts.name(flow->from) + " cannot call " + facts.name(api->id) + ": private DNS of " +
                             facts.name(endpoint.id) + " hides it.",
                         Severity::Error, fixesOf(facts, endpoint, *flow, *api)});
    }
}

}  // namespace

extern const Rule apiNamesHidden = {
    .code = "DNS008",
    .name = "api-names-hidden",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Private DNS for execute-api hides no public API that is called",
    .why =
        "With private DNS on, every name under execute-api resolves to the endpoint inside the VPC. Public APIs, "
        "Regional or "
        "edge-optimised, do not answer there: their invoke URL stops working for everybody in the VPC.",
    .howToFix =
        "Give the public API a custom domain name and call it by that; or turn private DNS off and call private APIs "
        "by the "
        "endpoint's name.",
    .source = "API Gateway Developer Guide, Private REST APIs; Invoke a private API (F-148, F-152)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
