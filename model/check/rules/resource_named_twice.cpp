#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (endpoint.type != EndpointType::Resource || !endpoint.privateDns) return;
    for (const Endpoint& other : facts.design().endpoints) {
        if (other.type != EndpointType::ServiceNetwork || other.vpc != endpoint.vpc || !other.privateDns) continue;
        const ServiceNetwork* network = find(facts.design(), Id<ServiceNetwork>{other.target.value});
        const Id<ResourceConfiguration> configuration{endpoint.target.value};
        if (!network || !std::ranges::count(network->resourceConfigurations, configuration)) continue;
        found.push_back({endpoint.id,
                         facts.name(endpoint.id) + " and " + facts.name(other.id) + " both name " +
                             facts.name(endpoint.target) + " in " + facts.name(endpoint.vpc) + ".",
                         Severity::Error,
                         {reviewedFix("Turn private DNS off on " + facts.name(endpoint.id),
                                      edits::setEndpointPrivateDns(endpoint.id, false)),
                          reviewedFix("Turn private DNS off on " + facts.name(other.id),
                                      edits::setEndpointPrivateDns(other.id, false))}});
    }
}

}  // namespace

extern const Rule resourceNamedTwice = {
    .code = "VPE035",
    .name = "resource-named-twice",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A resource configuration has private DNS from one endpoint of a VPC",
    .why =
        "With private DNS on AWS refuses a resource endpoint and a service network endpoint for the same resource "
        "configuration in one VPC.",
    .howToFix = "Turn private DNS off on one of them.",
    .source = "AWS PrivateLink Guide, Resource configurations (F-065)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
