#include "model/check/companion_findings.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    companionFindings(facts, workload, "eks-private", "runs an EKS cluster", found);
}

}  // namespace

extern const Rule clusterIncomplete = {
    .code = "DEP008",
    .name = "cluster-incomplete",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A private EKS cluster reaches what its nodes need",
    .why =
        "Nodes without a way to the internet join the cluster through eks and ec2 and pull their images "
        "through ecr.api, ecr.dkr and S3. Each that is missing stops them.",
    .howToFix =
        "Add the endpoints that are missing, and those for sts, logs, elasticloadbalancing or autoscaling "
        "where the cluster uses them.",
    .source = "Amazon EKS User Guide, Deploy private clusters with limited internet access (F-176, F-177)",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
