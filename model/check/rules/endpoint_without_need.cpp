#include <set>

#include "model/catalog/catalog.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Services that something drawn calls, and ids of endpoints that something names.
std::set<std::string, std::less<>> declaredNeeds(const Facts& facts) {
    const Design& design = facts.design();
    std::set<std::string, std::less<>> declared;
    for (const Flow& flow : design.flows) {
        if (flow.viaEndpoint) declared.insert(flow.viaEndpoint.value);
        if (const ServiceResource* target = serviceOf(design, flow)) declared.insert(target->service);
    }
    for (const CompanionNeed& need : facts.companionNeeds()) declared.emplace(need.service);
    for (const ServiceResource& resource : design.resources)
        for (const auto& id : resource.apiEndpoints) declared.insert(id.value);
    return declared;
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    const auto declared = declaredNeeds(facts);
    for (const Endpoint& endpoint : facts.design().endpoints) {
        if (endpoint.service.empty() || declared.contains(endpoint.service) || declared.contains(endpoint.id.value))
            continue;
        const std::string name = facts.name(endpoint.id);
        found.push_back({endpoint.id,
                         "Nothing drawn calls " + titleOf(endpoint.service) + ", to which " + name + " leads.",
                         Severity::Hint,
                         {reviewedFix("Remove " + name, edits::removeThings({endpoint.id.value}))}});
    }
    return found;
}

}  // namespace

extern const Rule endpointWithoutNeed = {
    .code = "VPE025",
    .name = "endpoint-without-need",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Somebody calls the service of each endpoint",
    .why =
        "Whether the endpoint works for anybody cannot be told, because no call to its service is drawn. Either a flow "
        "is missing, or the endpoint is not needed.",
    .howToFix = "Draw the flow that needs it, or remove the endpoint.",
    .source = "Analysis of declared needs; AWS withdrew its existence-only controls in 2024 (F-018)",
    .check = look,
};

}  // namespace gw::rules
