#include "model/check/companion_findings.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    companionFindings(facts, workload, "cloudwatch-agent", "runs the CloudWatch agent", found);
}

}  // namespace

extern const Rule cloudwatchAgentIncomplete = {
    .code = "DEP014",
    .name = "cloudwatch-agent-incomplete",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "The CloudWatch agent reaches monitoring and logs",
    .why =
        "The agent sends metrics to monitoring and log lines to logs, two services with an endpoint each. "
        "What it cannot send is lost.",
    .howToFix = "Add interface endpoints for monitoring and logs that admit the agent.",
    .source = "Amazon CloudWatch User Guide, Install the CloudWatch agent, Prerequisites",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
