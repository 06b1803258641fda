#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/reach/call_grants.h"
#include "model/reach/supposed_request.h"

namespace gw::rules {
namespace {

/// The block of the caller as the way to the endpoint tells it; of several at once nothing follows.
std::string privateAddressOn(const Trace& trace) {
    const auto known = trace.context.find("aws:VpcSourceIp");
    const bool isOne = known != trace.context.end() && known->second.find(", ") == std::string::npos;
    return isOne ? known->second : std::string();
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (!endpoint.policy) return;
    const CallGrants grants = grantsOf(facts.network(), endpoint);
    for (const Flow* need : needsOf(facts, endpoint)) {
        const FlowFacts* flow = facts.flowOf(need->id);
        if (!flow || !flow->service || endpointOn(facts.design(), flow->trace) != &endpoint) continue;
        if (!signingRole(facts.design(), *need)) continue;
        const CallRequest request(facts.network(), *need, *flow->service);
        const Branch way = wayThrough(endpoint, privateAddressOn(flow->trace));
        for (const std::string& action : need->actions) {
            const auto away = ofForeignTwin(request.on(way, action, request.arnFor(action)));
            // Whatever of it is not known.
            if (away && decide(*away, grants.grants) == AccessResult::Allowed)
                return found.push_back({endpoint.id,
                                        "The policy of " + facts.name(endpoint.id) + " lets " + facts.name(need->from) +
                                            " do " + action + " with resources of other accounts too.",
                                        Severity::Warning});
        }
    }
}

}  // namespace

extern const Rule foreignResourcePassesEndpoint = {
    .code = "PSE002",
    .name = "foreign-resource-passes-endpoint",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "An endpoint leads to resources of your own",
    .why =
        "A bucket or queue of a stranger answers behind the same endpoint. Unless the policy names your resources or "
        "asks "
        "for aws:ResourceAccount or aws:ResourceOrgID, data can leave through it without passing the internet.",
    .howToFix = "Name the resources, or add a condition on aws:ResourceAccount or aws:ResourceOrgID.",
    .source = "Data perimeter examples, VPC endpoint policies (F-324); AWS PrivateLink Guide",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
