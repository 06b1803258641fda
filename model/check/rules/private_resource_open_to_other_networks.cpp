#include <algorithm>

#include "model/check/closings.h"
#include "model/check/facts.h"
#include "model/check/rule.h"
#include "model/reach/call_grants.h"
#include "model/reach/supposed_request.h"

namespace gw::rules {
namespace {

/// Whether the design says that the resource is for some networks alone: a flow to it is to be blocked, and every other
/// one private.
bool isForNetworks(const Facts& facts, const ServiceResource& resource) {
    const auto flows = facts.network().flowsTo(resource.id);
    return std::ranges::any_of(flows, [](const Flow* flow) { return flow->intent == FlowIntent::Blocked; }) &&
           std::ranges::any_of(flows, [](const Flow* flow) { return flow->intent == FlowIntent::Private; });
}

/// What flows that need the resource do with it.
std::vector<std::string> neededOf(const Facts& facts, const ServiceResource& resource) {
    std::vector<std::string> actions;
    for (const Flow* flow : facts.network().flowsTo(resource.id))
        if (flow->intent == FlowIntent::Private)
            actions.insert(actions.end(), flow->actions.begin(), flow->actions.end());
    return actions;
}

void lookAt(const Facts& facts, const ServiceResource& resource, std::vector<Finding>& found) {
    if (resource.awsOwned || resource.apiType != ApiType::None || !isForNetworks(facts, resource)) return;
    for (const Flow* flow : facts.network().flowsTo(resource.id)) {
        if (flow->intent != FlowIntent::Private) continue;
        const CallRequest request(facts.network(), *flow, resource);
        const Signer& signer = request.signer();
        if (!signer.role || !signer.isKnown) continue;
        const CallGrants grants = grantsOf(facts.network(), request, *flow, resource);
        const Branch way = wayFromAnywhere();
        for (const std::string& action : flow->actions)
            if (decide(request.on(way, action, request.arnFor(action)), grants.grants) == AccessResult::Allowed) {
                Finding finding{resource.id,
                                "With the keys of " + facts.name(signer.role->id) + " " + facts.name(resource.id) +
                                    " answers " + action + " from anywhere, not through an endpoint alone.",
                                Severity::Warning};
                if (auto fix = keptToEndpoints(facts, resource, neededOf(facts, resource)))
                    finding.fixes.push_back(*std::move(fix));
                return found.push_back(std::move(finding));
            }
    }
}

}  // namespace

extern const Rule privateResourceOpenToOtherNetworks = {
    .code = "PSE008",
    .name = "private-resource-open-to-other-networks",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "A resource that is to be private asks which network a request comes from",
    .why =
        "An endpoint is a way in and shuts no other: whoever gets hold of a role's keys calls the service's public "
        "address "
        "from anywhere, unless the resource's own policy denies what does not come through the endpoint.",
    .howToFix = "Deny where aws:SourceVpce is not the endpoint, with the usual exceptions.",
    .source = "Amazon S3 User Guide, Controlling access from VPC endpoints (F-117, F-302, F-312)",
    .check = each<&Design::resources, lookAt>(),
};

}  // namespace gw::rules
