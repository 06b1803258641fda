#include "model/check/companion_findings.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    companionFindings(facts, workload, "ssm-managed-node", "is managed by Systems Manager", found);
}

}  // namespace

extern const Rule managedNodeIncomplete = {
    .code = "DEP006",
    .name = "managed-node-incomplete",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Managed nodes reach ssm and ssmmessages",
    .why =
        "SSM Agent signs in at ssm and holds its channel open at ssmmessages: Session Manager and Run "
        "Command work through both or not at all. No inbound rule is needed.",
    .howToFix = "Add interface endpoints for ssm and ssmmessages that admit the nodes.",
    .source = "AWS Systems Manager User Guide, Create VPC endpoints; AWS Security Hub EC2.57 (F-173, F-174)",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
