#include <set>

#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Endpoints that the API is meant to be called through: those it is associated with, else those of its callers' VPCs.
std::set<std::string> endpointsOf(const Facts& facts, const ServiceResource& api) {
    std::set<std::string> ids;
    for (const Id<Endpoint>& id : api.apiEndpoints) ids.insert(id.value);
    if (!ids.empty()) return ids;
    for (const Flow* flow : facts.network().flowsTo(api.id)) {
        const Workload* caller = find(facts.design(), Id<Workload>{flow->from.value});
        const Vpc* vpc = caller && flow->intent != FlowIntent::Blocked ? facts.network().vpcOf(*caller) : nullptr;
        if (!vpc) continue;
        for (const Endpoint* endpoint : facts.network().endpointsOf(vpc->id))
            if (endpoint->service == "execute-api") ids.insert(endpoint->id.value);
    }
    return ids;
}

/// Calls through the endpoints are allowed, all others denied.
PolicyDocument policyFor(const std::set<std::string>& endpoints) {
    std::string list;
    for (const std::string& id : endpoints) list += (list.empty() ? "" : ", ") + quotedJson(id);
    const std::string common = R"("Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*")";
    return PolicyDocument::literal(R"({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", )" + common +
                                   R"(}, {"Effect": "Deny", )" + common +
                                   R"(, "Condition": {"StringNotEquals": {"aws:SourceVpce": [)" + list + "]}}}]}");
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const ServiceResource& api : facts.design().resources) {
        if (api.apiType != ApiType::Private || api.policy) continue;
        const std::string name = facts.name(api.id);
        Finding finding{api.id, "Nobody can call " + name + ": a private API needs a resource policy.",
                        Severity::Error};
        if (const auto endpoints = endpointsOf(facts, api); !endpoints.empty())
            finding.fixes.push_back(
                reviewedFix("Admit calls through " + facts.name(AnyId(*endpoints.begin())) + andMore(endpoints.size()),
                            edits::setPolicy(api.id, policyFor(endpoints))));
        found.push_back(std::move(finding));
    }
    return found;
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
    .check = look,
};

}  // namespace gw::rules
