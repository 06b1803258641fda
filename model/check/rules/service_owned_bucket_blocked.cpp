#include <algorithm>
#include <map>

#include "model/catalog/catalog.h"
#include "model/catalog/partition.h"
#include "model/check/companions.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"
#include "model/reach/call_grants.h"
#include "model/reach/supposed_request.h"
#include "model/repair/least_privilege.h"

namespace gw::rules {
namespace {

std::string layersIn(std::string_view region) {
    return "arn:" + std::string(partitionOf(region)) + ":s3:::prod-" + std::string(region) + "-starport-layer-bucket/*";
}

/// Whether the endpoint's policy stops the download of a layer by its presigned URL; Unknown where the design does not
/// tell. Whoever signed it is of AWS (F-114).
AccessResult pullThrough(const Network& network, std::string_view region, const Endpoint& endpoint) {
    ServiceResource bucket;
    bucket.service = "s3";
    bucket.awsOwned = true;
    if (const Vpc* vpc = find(network.design(), endpoint.vpc); vpc && network.regionOf(*vpc) == region)
        bucket.region = vpc->region;
    Flow pull;
    pull.principal = FlowPrincipal::AwsService;
    pull.actions = {"s3:GetObject"};
    pull.resourceArn = layersIn(region);
    pull.resourceArn.replace(pull.resourceArn.size() - 1, 1, "layer");
    const CallRequest request(network, pull, bucket);
    const std::string& action = pull.actions.front();
    return decide(request.on(wayThrough(endpoint), action, request.arnFor(action)), grantsOf(network, endpoint).grants);
}

/// The policy with a statement that lets layers through.
PolicyDocument withLayers(const PolicyDocument& policy, std::string_view region) {
    return withStatements(
        policy,
        PolicyDocument::literal(
            R"({"Statement": [{"Sid": "EcrLayers", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", )"
            R"("Resource": )" +
            quotedJson(layersIn(region)) + "}]}"));
}

std::vector<Finding> look(const Facts& facts) {
    const Design& design = facts.design();
    std::map<std::string, std::vector<const Workload*>> pullers;
    for (const CompanionNeed& need : facts.companionNeeds()) {
        if (need.set->id != "ecr-pull" || need.service != "s3") continue;
        const Trace* trace = need.flow ? facts.traceOf(need.flow->id) : &need.supposed->value;
        const Endpoint* endpoint = trace ? endpointOn(design, *trace) : nullptr;
        if (endpoint && endpoint->policy) pullers[endpoint->id.value].push_back(need.workload);
    }
    std::vector<Finding> found;
    for (const auto& [id, workloads] : pullers) {
        const Endpoint* endpoint = find(design, Id<Endpoint>{id});
        const std::string region(serviceRegionOf(facts.network(), *endpoint));
        if (region.empty() || !isRefusal(pullThrough(facts.network(), region, *endpoint))) continue;
        Finding finding{endpoint->id,
                        "The policy of " + facts.name(endpoint->id) + " keeps image layers from " +
                            facts.name(workloads.front()->id) + ": they come from a bucket of AWS.",
                        Severity::Error};
        const PolicyDocument mended = withLayers(*endpoint->policy, region);
        Endpoint after = *endpoint;
        after.policy = mended;
        if (pullThrough(facts.network(), region, after) == AccessResult::Allowed)
            finding.fixes.push_back(reviewedFix("Let image layers through " + facts.name(endpoint->id),
                                                edits::setPolicy(endpoint->id, mended)));
        found.push_back(std::move(finding));
    }
    return found;
}

}  // namespace

extern const Rule serviceOwnedBucketBlocked = {
    .code = "PSE005",
    .name = "service-owned-bucket-blocked",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "An S3 endpoint lets through the buckets of AWS that workloads need",
    .why =
        "ECR hands out layers by presigned URLs of its own bucket, signed by an identity of AWS: a policy for your "
        "buckets "
        "alone, or for your organisation alone, stops every image pull after the manifest.",
    .howToFix = "Allow s3:GetObject on prod-REGION-starport-layer-bucket to everyone.",
    .source = "Amazon ECR User Guide, Amazon S3 gateway endpoint; data perimeter examples (F-113, F-114)",
    .check = look,
};

}  // namespace gw::rules
