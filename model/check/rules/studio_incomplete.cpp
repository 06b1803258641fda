#include "model/check/companion_findings.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    companionFindings(facts, workload, "sagemaker-studio-vpconly", "is SageMaker Studio", found);
}

}  // namespace

extern const Rule studioIncomplete = {
    .code = "DEP019",
    .name = "studio-incomplete",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "SageMaker Studio in a VPC reaches its API, its runtime and S3",
    .why =
        "In VpcOnly mode Studio has no other way out: without sagemaker.api, sagemaker.runtime and S3 it "
        "does not open.",
    .howToFix =
        "Add interface endpoints for sagemaker.api and sagemaker.runtime, and a gateway endpoint for S3; "
        "they must admit the group of Studio.",
    .source = "Amazon SageMaker AI Developer Guide, Connect Studio to resources in a VPC (F-186)",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
