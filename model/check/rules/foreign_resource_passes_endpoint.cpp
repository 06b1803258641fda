#include "model/check/flow_requests.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/policy/arn.h"

namespace gw::rules {
namespace {

constexpr std::string_view stranger = "999999999999";

/// A resource of the same kind that somebody else owns; none where an ARN does not tell whose it is.
std::optional<std::string> foreignTwinOf(const std::string& text) {
    const auto arn = Arn::parse(text);
    if (!arn) return std::nullopt;
    if (arn->service == "s3" && arn->account.empty()) {
        const auto slash = arn->resource.find('/');
        return "arn:" + std::string(arn->partition) + ":s3:::bucket-of-a-stranger" +
               (slash == std::string_view::npos ? std::string() : std::string(arn->resource.substr(slash)));
    }
    if (!isAccountNumber(arn->account)) return std::nullopt;
    std::string twin = text;
    return twin.replace(static_cast<std::size_t>(arn->account.data() - text.data()), arn->account.size(), stranger);
}

/// Whether the policy lets the same call go to somebody else's resource, whatever of it is not known.
bool letsOut(const Facts& facts, const Endpoint& endpoint, const FlowFacts& flow, const AccessRequest& request) {
    const auto twin = foreignTwinOf(request.resource().arn);
    const Role* role = signerOf(facts, flow);
    if (!twin || !role) return false;
    RequestContext context = request.context();
    for (const std::string_view key : {"aws:ResourceAccount", "s3:ResourceAccount"})
        context.set(key, std::string(stranger));
    context.set("aws:ResourceOrgID", "o-stranger");
    context.set("aws:ResourceOrgPaths", "o-stranger/r-root/");
    const AccessRequest away(request.action(), {*twin, std::string(stranger), false}, request.principal(), context);
    return admits(endpoint, away) == Match::Yes;
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (!endpoint.policy) return;
    for (const Flow* need : needsOf(facts, endpoint)) {
        const FlowFacts* flow = facts.flowOf(need->id);
        if (!flow || endpointOn(facts.design(), flow->trace) != &endpoint) continue;
        for (const AccessRequest& request : requestsOf(facts, *flow))
            if (letsOut(facts, endpoint, *flow, request))
                return found.push_back({endpoint.id,
                                        "The policy of " + facts.name(endpoint.id) + " lets " + facts.name(need->from) +
                                            " do " + request.action() + " with resources of other accounts too.",
                                        Severity::Warning});
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
