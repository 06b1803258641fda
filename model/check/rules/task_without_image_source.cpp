#include <algorithm>

#include "model/check/needs.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

/// A call to ECR, or to something that is no AWS service: it may be the registry.
bool mayPullFrom(const Design& design, const Flow& flow) {
    if (!isWanted(flow)) return false;
    const ServiceResource* service = serviceOf(design, flow);
    return !service || service->service.starts_with("ecr");
}

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    if (workload.workloadKind != WorkloadKind::Fargate) return;
    const auto& flows = facts.network().flowsFrom(workload.id);
    // Of one without any flow another rule tells.
    if (flows.empty() ||
        std::ranges::any_of(flows, [&](const Flow* flow) { return mayPullFrom(facts.design(), *flow); }))
        return;
    found.push_back({workload.id,
                     facts.name(workload.id) + " has no flow to a registry: nobody sees whether its tasks can start.",
                     Severity::Hint});
}

}  // namespace

extern const Rule taskWithoutImageSource = {
    .code = "DEP025",
    .name = "task-without-image-source",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "A Fargate service says where its image comes from",
    .why =
        "Each task of Fargate pulls its image over its own network interface before it starts: without a way to the "
        "registry there is no task. Such a way is judged once a flow says that it is needed.",
    .howToFix =
        "Draw flows to ecr.api, to ecr.dkr and to the S3 bucket of the image layers, which Amazon ECR takes all three "
        "of, or one to the registry that it pulls from.",
    .source = "Amazon ECR User Guide, Interface VPC endpoints (F-165, F-166)",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
