#include <algorithm>

#include "model/check/flow_requests.h"
#include "model/check/needs.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

/// Whether the design says that the resource is for some networks alone: a flow to it is to be blocked, and every other
/// one private.
bool isForNetworks(const Facts& facts, const ServiceResource& resource) {
    const auto flows = facts.network().flowsTo(resource.id);
    return std::ranges::any_of(flows, [](const Flow* flow) { return flow->intent == FlowIntent::Blocked; }) &&
           std::ranges::any_of(flows, [](const Flow* flow) { return flow->intent == FlowIntent::Private; });
}

/// The flow's request as somebody with the same keys would make it from anywhere.
AccessRequest fromAnywhere(const AccessRequest& request) {
    RequestContext context = request.context();
    for (const std::string_view key : {"aws:SourceVpce", "aws:SourceVpc", "aws:SourceVpcArn", "aws:VpcSourceIp",
                                       "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths"})
        context.setAbsent(key);
    context.set("aws:SourceIp", "203.0.113.1");
    return {request.action(), request.resource(), request.principal(), context};
}

void lookAt(const Facts& facts, const ServiceResource& resource, std::vector<Finding>& found) {
    if (resource.awsOwned || resource.apiType != ApiType::None || !isForNetworks(facts, resource)) return;
    for (const Flow* each : facts.network().flowsTo(resource.id)) {
        const FlowFacts* flow = each->intent == FlowIntent::Private ? facts.flowOf(each->id) : nullptr;
        const Role* role = flow ? signerOf(facts, *flow) : nullptr;
        if (!role) continue;
        Grants grants;
        grants.identity = identityPoliciesOf(facts.design(), *role);
        grants.resource = resourcePolicyOf(resource);
        for (const AccessRequest& request : requestsOf(facts, *flow))
            if (decide(fromAnywhere(request), grants) == AccessResult::Allowed)
                return found.push_back({resource.id,
                                        "With the keys of " + facts.name(role->id) + " " + facts.name(resource.id) +
                                            " answers " + request.action() +
                                            " from anywhere, not through an endpoint alone.",
                                        Severity::Warning});
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
