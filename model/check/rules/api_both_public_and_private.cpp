#include <algorithm>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Wanted calls to the API from outside every VPC that its type stops.
std::vector<const Flow*> callsOutside(const Facts& facts, const ServiceResource& api) {
    std::vector<const Flow*> calls;
    for (const Flow* flow : facts.network().flowsTo(api.id)) {
        const Trace* trace = facts.traceOf(flow->id);
        if (isWanted(*flow) && find(facts.design(), Id<Client>{flow->from.value}) && trace &&
            std::ranges::find(trace->blockers, "API_IS_PRIVATE", &Blocker::code) != trace->blockers.end())
            calls.push_back(flow);
    }
    return calls;
}

bool isCalledInside(const Facts& facts, const ServiceResource& api) {
    return std::ranges::any_of(facts.network().flowsTo(api.id), [&](const Flow* flow) {
        const Workload* caller = callerOf(facts.design(), *flow);
        return isWanted(*flow) && caller && facts.network().vpcOf(*caller);
    });
}

void lookAt(const Facts& facts, const ServiceResource& api, std::vector<Finding>& found) {
    if (api.apiType != ApiType::Private) return;
    const auto outside = callsOutside(facts, api);
    if (outside.empty()) return;
    const std::string name = facts.name(api.id);
    std::vector<std::string> clients;
    std::vector<Id<Flow>> flows;
    for (const Flow* flow : outside) {
        clients.push_back(facts.name(flow->from));
        flows.push_back(flow->id);
    }
    Finding finding{api.id,
                    name + " is private, and " + listOf(clients) + agreeing(clients.size(), " calls", " call") +
                        " it from outside.",
                    Severity::Error};
    if (isCalledInside(facts, api))
        finding.fixes.push_back(
            reviewedFix("Add a public API beside " + name + " for " + listOf(clients),
                        edits::splitApi(api.id, {freeId(facts.design(), api.id.value + "-public")}, std::move(flows))));
    else
        finding.fixes.push_back(
            reviewedFix("Make " + name + " Regional", edits::setApiType(api.id, ApiType::Regional)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule apiBothPublicAndPrivate = {
    .code = "API006",
    .name = "api-both-public-and-private",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "An API is private or public, not both",
    .why =
        "The endpoint type holds for the whole API: a private one answers nobody outside, whatever its "
        "policy says. Who serves clients on the internet and services in the VPC needs two.",
    .howToFix =
        "Add a Regional API with the same integrations for the clients outside, and keep the private one for "
        "the VPC.",
    .source = "API Gateway Developer Guide, Private REST APIs (F-154, F-156)",
    .check = each<&Design::resources, lookAt>(),
};

}  // namespace gw::rules
