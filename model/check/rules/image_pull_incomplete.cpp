#include "model/check/companion_findings.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    companionFindings(facts, workload, "ecr-pull", "pulls images from ECR", found);
}

}  // namespace

extern const Rule imagePullIncomplete = {
    .code = "DEP001",
    .name = "image-pull-incomplete",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Who pulls images from ECR reaches ecr.api, ecr.dkr and S3",
    .why =
        "A pull asks ecr.api for a token, ecr.dkr for the manifest and S3 for the layers. With one of the "
        "three out of reach the task does not start: without S3 the manifest comes and the layers time out.",
    .howToFix =
        "Add the endpoints that are missing: interface endpoints for ecr.api and ecr.dkr, with private DNS, "
        "and a gateway endpoint for S3.",
    .source = "Amazon ECR User Guide, Interface VPC endpoints (F-165, F-166)",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
