#include <algorithm>

#include "model/catalog/catalog.h"
#include "model/check/needs.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    const Service* service = Catalog::builtIn().service(endpoint.service);
    if (endpoint.type != EndpointType::Interface || !service || !service->types.gateway) return;
    // Without callers elsewhere the interface endpoint itself is the finding (CST001).
    if (onPremisesNeeds(facts, endpoint.service).empty() || needsOf(facts, endpoint).empty()) return;
    const bool hasGateway = std::ranges::any_of(facts.network().endpointsOf(endpoint.vpc), [&](const Endpoint* other) {
        return other->type == EndpointType::Gateway && other->service == endpoint.service;
    });
    if (hasGateway) return;
    Finding finding{endpoint.id,
                    facts.name(endpoint.id) + " carries callers of the VPC that a gateway endpoint serves free.",
                    Severity::Hint};
    if (auto advice = recommendedEndpoint(facts, endpoint.vpc, endpoint.service))
        finding.fixes.push_back(reviewedFix(advice->label, advice->edit));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule endpointTypeForTheNeed = {
    .code = "VPE024",
    .name = "endpoint-type-for-the-need",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Local callers of S3 and DynamoDB have a gateway endpoint",
    .why =
        "An interface endpoint is right for callers on premises; for those in the VPC a gateway endpoint "
        "does the same free of charge. AWS recommends both side by side.",
    .howToFix = "Add a gateway endpoint for the callers in the VPC.",
    .source = "AWS PrivateLink Guide, Types of VPC endpoints for Amazon S3 (F-016, F-017)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
