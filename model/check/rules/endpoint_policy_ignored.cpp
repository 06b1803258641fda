#include "model/catalog/catalog.h"
#include "model/catalog/endpoint_policies.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (!endpoint.policy) return;
    const bool isForOwnService = find(facts.design(), Id<EndpointService>{endpoint.target.value}) != nullptr;
    if (!isForOwnService && !ignoresEndpointPolicy(endpoint.service)) return;
    const std::string name = facts.name(endpoint.id);
    const std::string what = isForOwnService ? "an endpoint service" : titleOf(endpoint.service);
    found.push_back({endpoint.id,
                     "The policy of " + name + " does nothing: endpoints for " + what + " let everything through.",
                     Severity::Hint,
                     {reviewedFix("Take the policy off " + name, edits::setPolicy(endpoint.id, std::nullopt))}});
}

}  // namespace

extern const Rule endpointPolicyIgnored = {
    .code = "PSY031",
    .name = "endpoint-policy-ignored",
    .severity = Severity::Hint,
    .category = Category::Security,
    .title = "An endpoint has a policy only where its service takes one",
    .why =
        "Not every service looks at endpoint policies. Where one does not, AWS lets everything through the endpoint, "
        "and a policy that reads as if it kept somebody out keeps out nobody.",
    .howToFix = "Take the policy off, and keep others out by security groups and by the policies of what is called.",
    .source = "AWS PrivateLink Guide, Control access to VPC endpoints using endpoint policies",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
