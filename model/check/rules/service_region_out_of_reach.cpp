#include "model/catalog/catalog.h"
#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    const Vpc* vpc = find(facts.design(), endpoint.vpc);
    const Service* service = Catalog::builtIn().service(endpoint.service);
    if (!vpc || !service || endpoint.serviceRegion.empty()) return;
    const std::string own(facts.network().regionOf(*vpc));
    const bool crosses = service->crossRegion && endpoint.type == EndpointType::Interface;
    if (own.empty() || endpoint.serviceRegion == own || crosses) return;
    const std::string name = facts.name(endpoint.id);
    const std::string what = endpoint.type == EndpointType::Gateway ? "A gateway endpoint" : titleOf(endpoint.service);
    found.push_back({endpoint.id,
                     what + " cannot be reached in " + endpoint.serviceRegion + " by " + name + " of " + own + ".",
                     Severity::Error,
                     {reviewedFix("Lead " + name + " to " + own, edits::setField(endpoint.id, "serviceRegion", ""))}});
}

}  // namespace

extern const Rule serviceRegionOutOfReach = {
    .code = "VPE003",
    .name = "service-region-out-of-reach",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "An endpoint leads to another Region only for services that AWS offers so",
    .why =
        "Cross-Region endpoints are interface endpoints of a short list of services: S3, IAM, ECR, KMS, ECS, Lambda, "
        "Data Firehose, Managed Flink and Route 53. AWS refuses all others.",
    .howToFix = "Lead the endpoint to its own Region, or put one into a VPC of the other Region and join the two.",
    .source = "AWS PrivateLink Guide, Cross-Region access to AWS services (F-076, F-096)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
