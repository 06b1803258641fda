#include "model/check/needs.h"
#include "model/check/pathless.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    return pathlessFindings(facts, PathlessKind::TaskLogs, [&](const PathlessCall& call) {
        return "Tasks of " + facts.name(call.caller->id) + " have no way to write to " + titleOf(call.target->service) +
               ".";
    });
}

}  // namespace

extern const Rule taskLogsWithoutPath = {
    .code = "DEP004",
    .name = "task-logs-without-path",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Tasks with the awslogs driver reach CloudWatch Logs",
    .why =
        "The awslogs driver writes to CloudWatch Logs from the task itself. Where no way leads there, the "
        "driver waits, and a task that must log does not start.",
    .howToFix = "Add an interface endpoint for logs that admits the tasks.",
    .source = "Amazon ECS Developer Guide; Amazon ECR User Guide, Interface VPC endpoints (F-167)",
    .check = look,
};

}  // namespace gw::rules
