#include <algorithm>

#include "model/check/recommend.h"
#include "model/check/rule.h"
#include "model/check/words.h"

namespace gw::rules {
namespace {

bool hasDoor(const Facts& facts, const Id<Vpc>& vpc) {
    return std::ranges::any_of(facts.network().endpointsOf(vpc), [](const Endpoint* endpoint) {
        return endpoint->service == "execute-api" && endpoint->type == EndpointType::Interface;
    });
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    if (hasDoor(facts, vpc.id)) return;
    const auto wanted = facts.network().needs(vpc.id, "execute-api");
    std::vector<const Flow*> needs(wanted.begin(), wanted.end());
    std::erase_if(needs, [&](const Flow* flow) {
        const ServiceResource* api = find(facts.design(), Id<ServiceResource>{flow->to.value});
        // A named endpoint of another VPC is a way of its own.
        return !api || api->apiType != ApiType::Private || flow->viaEndpoint;
    });
    if (needs.empty()) return;
    // That no other way leads to a private API is for the trace to say.
    const bool isBlocked = std::ranges::any_of(needs, [&](const Flow* flow) {
        const Trace* trace = facts.traceOf(flow->id);
        return trace && trace->network == Verdict::Blocked;
    });
    Finding finding{vpc.id,
                    facts.name(needs.front()->from) + andMore(needs.size()) +
                        agreeing(needs.size(), " calls ", " call ") + facts.name(needs.front()->to) + ", but " +
                        facts.name(vpc.id) + " has no execute-api endpoint.",
                    isBlocked ? Severity::Error : Severity::Warning};
    if (auto advice = recommendedEndpoint(facts, vpc.id, "execute-api"))
        finding.fixes.push_back(reviewedFix(advice->label, std::move(advice->edit)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule privateApiWithoutEndpoint = {
    .code = "API003",
    .name = "private-api-without-endpoint",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Who calls a private API has an execute-api endpoint in its VPC",
    .why =
        "A private API answers through interface endpoints for execute-api alone; over a NAT or internet gateway it "
        "cannot be "
        "called at all.",
    .howToFix =
        "Add an interface endpoint for execute-api to the callers' VPC, and name it in the API's resource policy.",
    .source = "API Gateway Developer Guide, Private REST APIs (F-156, F-157)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
