#include <algorithm>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/fields.h"

namespace gw::rules {
namespace {

/// Whether somebody is to read it who has no account: a website, a download.
bool isForThePublic(const Facts& facts, const ServiceResource& bucket) {
    const auto flows = facts.network().flowsTo(bucket.id);
    return std::ranges::any_of(
        flows, [](const Flow* flow) { return isWanted(*flow) && flow->principal == FlowPrincipal::Anonymous; });
}

void lookAt(const Facts& facts, const ServiceResource& bucket, std::vector<Finding>& found) {
    if (bucket.service != "s3" || bucket.awsOwned || bucket.blockPublicAccess) return;
    const Account* account = find(facts.design(), bucket.account);
    if ((account && !account->trusted) || isForThePublic(facts, bucket)) return;
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
