#include <algorithm>
#include <map>

#include "model/catalog/catalog.h"
#include "model/check/companions.h"
#include "model/check/flow_requests.h"
#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

std::string layersIn(std::string_view region) {
    return "arn:aws:s3:::prod-" + std::string(region) + "-starport-layer-bucket/*";
}

/// A download of a layer by its presigned URL: whoever signed it is of AWS (F-114).
AccessRequest pullOf(std::string_view region, const Endpoint& endpoint) {
    RequestContext context;
    context.assumeOthersUnknown(true);
    for (const std::string_view key : {"aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:SourceIp"})
        context.setAbsent(key);
    for (const std::string_view key :
         {"aws:PrincipalArn", "aws:PrincipalAccount", "aws:ResourceAccount", "aws:ResourceOrgID", "s3:ResourceAccount"})
        context.set(key, "amazonaws.com");
    context.set("aws:SourceVpce", endpoint.id.value);
    context.set("aws:SourceVpc", endpoint.vpc.value);
    const std::string bucket = layersIn(region);
    return {"s3:GetObject",
            {bucket.substr(0, bucket.size() - 1) + "layer"},
            RequestPrincipal::of("amazonaws.com"),
            context};
}

/// The policy with a statement that lets layers through.
PolicyDocument withLayers(const PolicyDocument& policy, std::string_view region) {
    JsonNode root = *parseJson(policy.text());
    const JsonNode layers = *parseJson(
        R"({"Sid": "EcrLayers", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": )" +
        quotedJson(layersIn(region)) + "}");
    for (auto& [key, statements] : root.children) {
        if (key != "Statement") continue;
        if (!statements.is(JsonNode::Kind::Array)) {
            JsonNode list;
            list.kind = JsonNode::Kind::Array;
            list.children.emplace_back(std::string(), std::move(statements));
            statements = std::move(list);
        }
        statements.children.emplace_back(std::string(), layers);
    }
    return PolicyDocument::of(root);
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
        if (region.empty() || admits(*endpoint, pullOf(region, *endpoint)) != Match::No) continue;
        Finding finding{endpoint->id,
                        "The policy of " + facts.name(endpoint->id) + " keeps image layers from " +
                            facts.name(workloads.front()->id) + ": they come from a bucket of AWS.",
                        Severity::Error};
        const PolicyDocument mended = withLayers(*endpoint->policy, region);
        Endpoint after = *endpoint;
        after.policy = mended;
        if (admits(after, pullOf(region, after)) == Match::Yes)
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
