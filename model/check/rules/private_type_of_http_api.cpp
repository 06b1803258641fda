#include <algorithm>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// APIs of the second version, HTTP and WebSocket, stand under /apis/; REST APIs under /restapis/.
constexpr std::string_view httpApis = "::/apis/";
constexpr std::string_view restApis = "::/restapis/";

/// Callers in a VPC would have to leave it for a public API.
bool isCalledInside(const Facts& facts, const ServiceResource& api) {
    return std::ranges::any_of(facts.network().flowsTo(api.id),
                               [&](const Flow* flow) { return isWanted(*flow) && callerOf(facts.design(), *flow); });
}

void lookAt(const Facts& facts, const ServiceResource& api, std::vector<Finding>& found) {
    const std::size_t at = api.arn.find(httpApis);
    if (api.apiType != ApiType::Private || at == std::string::npos) return;
    const std::string name = facts.name(api.id);
    std::string rest = api.arn;
    rest.replace(at, httpApis.size(), restApis);
    Finding finding{api.id, name + " is an HTTP or WebSocket API, which cannot be private.", Severity::Error};
    finding.fixes.push_back(
        reviewedFix("Make " + name + " a REST API", edits::setField(api.id, "arn", std::move(rest))));
    if (!isCalledInside(facts, api))
        finding.fixes.push_back(
            reviewedFix("Make " + name + " Regional", edits::setApiType(api.id, ApiType::Regional)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule privateTypeOfHttpApi = {
    .code = "API007",
    .name = "private-type-of-http-api",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "Only REST APIs are private",
    .why =
        "API Gateway has private endpoints for REST APIs alone: AWS takes no such type for an HTTP or "
        "WebSocket API.",
    .howToFix =
        "Build the API as a REST API; or keep it public, or reach its integration over a load balancer in "
        "the VPC.",
    .source = "API Gateway Developer Guide, Private REST APIs; ARN reference (F-154)",
    .check = each<&Design::resources, lookAt>(),
};

}  // namespace gw::rules
