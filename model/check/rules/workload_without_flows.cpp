#include <algorithm>

#include "model/check/rule.h"

namespace gw::rules {
namespace {

/// Databases and caches answer; they call nobody of their own.
bool isCompute(WorkloadKind kind) {
    return kind != WorkloadKind::Rds && kind != WorkloadKind::ElastiCache;
}

bool isBehindBalancer(const Design& design, const Workload& workload) {
    return std::ranges::any_of(design.loadBalancers, [&](const LoadBalancer& balancer) {
        return std::ranges::any_of(balancer.listeners, [&](const Listener& listener) {
            return std::ranges::any_of(listener.targets,
                                       [&](const auto& target) { return target.value == workload.id.value; });
        });
    });
}

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    if (!isCompute(workload.workloadKind) || !facts.network().flowsFrom(workload.id).empty() ||
        !facts.network().flowsTo(workload.id).empty() || isBehindBalancer(facts.design(), workload))
        return;
    found.push_back(
        {workload.id, facts.name(workload.id) + " has no flow: nothing of it can be judged.", Severity::Hint});
}

}  // namespace

extern const Rule workloadWithoutFlows = {
    .code = "DEP024",
    .name = "workload-without-flows",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "A workload says what it calls, or who calls it",
    .why =
        "Paths, policies and most findings follow from the flows of a design. Of a workload without any "
        "there is nothing to judge: that nothing is found does not mean that it works.",
    .howToFix =
        "Draw a flow to each service that it calls: image pulls and logs of a task, ssm and ssmmessages of a "
        "managed node, each API that a function calls.",
    .source = "Own rule: what is not declared cannot be judged",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
