#include <map>

#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::map<Id<LoadBalancer>, Id<EndpointService>> first;
    std::vector<Finding> found;
    for (const EndpointService& service : facts.design().endpointServices)
        for (const Id<LoadBalancer>& id : service.loadBalancers) {
            const LoadBalancer* balancer = find(facts.design(), id);
            if (!balancer || balancer->loadBalancerKind != LoadBalancerKind::Network) continue;
            const auto [at, isFirst] = first.try_emplace(id, service.id);
            if (isFirst || at->second == service.id) continue;
            const std::string name = facts.name(service.id);
            found.push_back(
                {service.id,
                 facts.name(id) + " of " + name + " stands behind " + facts.name(at->second) + " already.",
                 Severity::Error,
                 {reviewedFix("Take " + facts.name(id) + " out of " + name,
                              edits::setField(service.id, "loadBalancers", idsOf(service.loadBalancers, id)))}});
        }
    return found;
}

}  // namespace

extern const Rule balancerInTwoServices = {
    .code = "VPE031",
    .name = "balancer-in-two-services",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A Network Load Balancer stands behind one endpoint service",
    .why = "AWS takes a Network Load Balancer for one endpoint service; a service may have several of them.",
    .howToFix = "Give each endpoint service a load balancer of its own.",
    .source = "AWS PrivateLink Guide, Create an endpoint service (F-081)",
    .check = look,
};

}  // namespace gw::rules
