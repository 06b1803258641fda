#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const ServiceResource& api : facts.design().resources) {
        if (api.apiType != ApiType::Regional && api.apiType != ApiType::Edge) continue;
        std::vector<std::string> inside;
        bool hasClients = false;
        for (const Flow* flow : facts.network().flowsTo(api.id)) {
            if (!isWanted(*flow)) continue;
            const Workload* caller = callerOf(facts.design(), *flow);
            if (caller && facts.network().vpcOf(*caller) && flow->intent == FlowIntent::Private)
                inside.push_back(facts.name(caller->id));
            else
                hasClients = true;
        }
        if (inside.empty()) continue;
        Finding finding{api.id, facts.name(api.id) + " is public, and " + listOf(inside) + " must reach it privately.",
                        Severity::Warning};
        // An API that clients outside call as well is split by hand.
        if (!hasClients)
            finding.fixes.push_back(
                reviewedFix("Make " + facts.name(api.id) + " private", edits::setApiType(api.id, ApiType::Private)));
        found.push_back(std::move(finding));
    }
    return found;
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
    .check = look,
};

}  // namespace gw::rules
