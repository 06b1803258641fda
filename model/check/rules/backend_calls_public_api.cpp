#include <algorithm>

#include "model/check/needs.h"
#include "model/check/private_api.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool hasDoor(const Facts& facts, const Id<Vpc>& vpc) {
    return std::ranges::any_of(facts.network().endpointsOf(vpc),
                               [](const Endpoint* endpoint) { return endpoint->service == "execute-api"; });
}

/// The API private, with the endpoint its callers lack and a policy that admits them; none where several VPCs lack one.
std::optional<Fix> madePrivate(const Facts& facts, const ServiceResource& api, const std::set<Id<Vpc>>& vpcs) {
    std::vector<Edit> steps{edits::setApiType(api.id, ApiType::Private)};
    std::set<std::string> endpoints = endpointsFor(facts, api);
    bool isAdded = false;
    for (const Id<Vpc>& vpc : vpcs) {
        if (hasDoor(facts, vpc)) continue;
        auto advice = recommendedEndpoint(facts, vpc, "execute-api");
        if (!advice || isAdded) return {};
        isAdded = true;
        endpoints.insert(advice->endpoint.id.value);
        steps.push_back(std::move(advice->edit));
    }
    if (!api.policy) steps.push_back(edits::setPolicy(api.id, admittingThrough(endpoints)));
    return reviewedFix("Make " + facts.name(api.id) + " private", inOrder({}, std::move(steps)));
}

void lookAt(const Facts& facts, const ServiceResource& api, std::vector<Finding>& found) {
    if (api.apiType != ApiType::Regional && api.apiType != ApiType::Edge) return;
    std::vector<std::string> inside;
    std::set<Id<Vpc>> vpcs;
    bool hasClients = false;
    for (const Flow* flow : facts.network().flowsTo(api.id)) {
        if (!isWanted(*flow)) continue;
        const Workload* caller = callerOf(facts.design(), *flow);
        const Vpc* vpc = caller ? facts.network().vpcOf(*caller) : nullptr;
        if (vpc && flow->intent == FlowIntent::Private) {
            inside.push_back(facts.name(caller->id));
            vpcs.insert(vpc->id);
        } else {
            hasClients = true;
        }
    }
    if (inside.empty()) return;
    Finding finding{api.id, facts.name(api.id) + " is public, and " + listOf(inside) + " must reach it privately.",
                    Severity::Warning};
    // An API that clients outside call as well is split by hand.
    if (auto fix = hasClients ? std::nullopt : madePrivate(facts, api, vpcs)) finding.fixes.push_back(*std::move(fix));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule backendCallsPublicApi = {
    .code = "API005",
    .name = "backend-calls-public-api",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "Services inside the VPC call private APIs",
    .why =
        "A Regional or edge-optimised API answers the whole internet; what only services in the VPC call "
        "can be a private API behind the execute-api endpoint.",
    .howToFix = "Make the API private, or split it into a public and a private one.",
    .source = "Amazon API Gateway Developer Guide, Private REST APIs; AWS Config api-gw-endpoint-type-check",
    .check = each<&Design::resources, lookAt>(),
};

}  // namespace gw::rules
