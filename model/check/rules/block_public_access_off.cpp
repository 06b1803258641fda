#include <algorithm>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/fields.h"
#include "model/reach/reach.h"

namespace gw::rules {
namespace {

/// Whether the flow comes out otherwise where Block Public Access is on. Of a call without a signature that does not
/// get there then, or does not say what it asks for, it is taken that it is one of the public: a website, a download.
bool needsPublicAccess(const Facts& facts, const Flow& flow, const ServiceResource& blocked) {
    const Trace* now = facts.traceOf(flow.id);
    const Trace then = trace(facts.network(), flow, blocked);
    if (!now || *now != then) return true;
    return flow.principal == FlowPrincipal::Anonymous && (flow.actions.empty() || !then.asWanted);
}

bool isNeededPublic(const Facts& facts, const ServiceResource& bucket) {
    ServiceResource blocked = bucket;
    blocked.blockPublicAccess = true;
    return std::ranges::any_of(facts.network().flowsTo(bucket.id), [&](const Flow* flow) {
        return isWanted(*flow) && needsPublicAccess(facts, *flow, blocked);
    });
}

void lookAt(const Facts& facts, const ServiceResource& bucket, std::vector<Finding>& found) {
    if (bucket.service != "s3" || bucket.awsOwned || bucket.blockPublicAccess) return;
    const Account* account = find(facts.design(), bucket.account);
    if ((account && !account->trusted) || isNeededPublic(facts, bucket)) return;
    const std::string name = facts.name(bucket.id);
    found.push_back(
        {bucket.id,
         name + " does without Block Public Access, and no flow needs it public.",
         Severity::Warning,
         {reviewedFix("Block public access to " + name, edits::setField(bucket.id, "blockPublicAccess", "true"))}});
}

}  // namespace

extern const Rule blockPublicAccessOff = {
    .code = "PSE019",
    .name = "block-public-access-off",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "Public access to a bucket is blocked unless a flow needs it public",
    .why =
        "One policy or access control list that lets everybody in, written in haste by somebody who may, opens the "
        "bucket to the internet. Block Public Access holds against all of them.",
    .howToFix = "Turn on all four settings of Block Public Access.",
    .source =
        "Amazon S3 User Guide, Blocking public access; AWS Security Hub S3.8; AWS Config "
        "s3-bucket-level-public-access-prohibited",
    .check = each<&Design::resources, lookAt>(),
};

}  // namespace gw::rules
