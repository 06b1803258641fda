#include "model/check/private_api.h"
#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const ServiceResource& api, std::vector<Finding>& found) {
    if (api.apiType != ApiType::Private || api.policy) return;
    const std::string name = facts.name(api.id);
    Finding finding{api.id, "Nobody can call " + name + ": it has no resource policy.", Severity::Error};
    if (const auto endpoints = endpointsFor(facts, api); !endpoints.empty())
        finding.fixes.push_back(
            reviewedFix("Admit calls through " + facts.name(AnyId(*endpoints.begin())) + andMore(endpoints.size()),
                        edits::setPolicy(api.id, admittingThrough(endpoints))));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule privateApiWithoutPolicy = {
    .code = "API001",
    .name = "private-api-without-policy",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A private API has a resource policy",
    .why =
        "API Gateway does not deploy a private REST API without a resource policy, and without an allow in it nobody "
        "can call.",
    .howToFix = "Allow execute-api:Invoke, and deny it where aws:SourceVpce is not one of your endpoints.",
    .source = "API Gateway Developer Guide, Create a private API (F-155)",
    .check = each<&Design::resources, lookAt>(),
};

}  // namespace gw::rules
