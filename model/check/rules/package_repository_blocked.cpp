#include "model/check/policy_stops.h"

namespace gw::rules {
namespace {

bool isRepository(const ServiceResource& bucket) {
    return bucket.service == "s3" && bucket.awsOwned &&
           (bucket.arn.find("al2023-repos-") != std::string::npos ||
            bucket.arn.find("amazonlinux") != std::string::npos);
}

void lookAt(const Facts& facts, const FlowFacts& flow, std::vector<Finding>& found) {
    if (!flow.service || !isRepository(*flow.service)) return;
    const auto stops = policyStops(flow, {Code::PolicyEndpointImplicit, Code::PolicyEndpointExplicit});
    if (stops.empty()) return;
    const AnyId& endpoint = stops.front()->subject;
    found.push_back({endpoint,
                     "The policy of " + facts.name(endpoint) + " keeps packages of " + facts.name(flow.service->id) +
                         " from " + facts.name(flow.flow.from) + ".",
                     Severity::Error});
}

}  // namespace

extern const Rule packageRepositoryBlocked = {
    .code = "DEP023",
    .name = "package-repository-blocked",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "An S3 endpoint lets through the package repositories that workloads install from",
    .why =
        "Amazon Linux keeps its packages in buckets of AWS, and asks for them without a signature: a policy for your "
        "own "
        "buckets, or with any condition on the principal, stops every installation and update.",
    .howToFix = "Allow s3:GetObject on the repository's bucket to everyone, without a condition.",
    .source = "Data perimeter examples, service-owned resources (F-113, F-115)",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
