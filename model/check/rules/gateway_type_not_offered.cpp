#include "model/catalog/catalog.h"
#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"
#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    const Service* service = Catalog::builtIn().service(endpoint.service);
    if (endpoint.type != EndpointType::Gateway || !service || service->types.gateway) return;
    const std::string name = facts.name(endpoint.id);
    Finding finding{endpoint.id, titleOf(endpoint.service) + " has no gateway endpoint, and " + name + " is one.",
                    Severity::Error};
    if (service->types.interface) {
        Endpoint after = endpoint;
        after.type = EndpointType::Interface;
        after.routeTables.clear();
        after.privateDns = service->privateDns;
        const auto callers = callersOf(facts.design(), needsOf(facts, endpoint));
        after.subnets = subnetsForEndpoint(facts, endpoint.vpc, callers);
        const SecurityGroup group = newGroupFor(facts.design(), endpoint.id, endpoint.vpc, "Callers of");
        after.securityGroups = {group.id};
        finding.fixes.push_back(
            reviewedFix("Make " + name + " an interface endpoint",
                        inOrder("", {edits::addSecurityGroup(group), edits::setEndpoint(after),
                                     letIn(facts, group, callers, after.subnets, endpoint.service)})));
    }
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule gatewayTypeNotOffered = {
    .code = "VPE001",
    .name = "gateway-type-not-offered",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A gateway endpoint leads to S3, S3 Express or DynamoDB",
    .why = "AWS has gateway endpoints for these services alone and refuses one for any other.",
    .howToFix = "Make it an interface endpoint.",
    .source = "AWS PrivateLink Guide, Gateway endpoints (F-016)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
