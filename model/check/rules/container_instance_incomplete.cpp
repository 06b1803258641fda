#include "model/check/companion_findings.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    companionFindings(facts, workload, "ecs-ec2", "runs on ECS container instances", found);
}

}  // namespace

extern const Rule containerInstanceIncomplete = {
    .code = "DEP003",
    .name = "container-instance-incomplete",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Container instances reach ecs, ecs-agent and ecs-telemetry",
    .why =
        "The agent on a container instance registers with ecs, takes its orders from ecs-agent and reports "
        "to ecs-telemetry. It needs all three; tasks on Fargate need none of them.",
    .howToFix =
        "Add interface endpoints for ecs-agent, ecs-telemetry and ecs, then restart the agent; or give the "
        "instances a NAT gateway.",
    .source = "Amazon ECS Developer Guide, Interface VPC endpoints (F-170, F-171)",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
