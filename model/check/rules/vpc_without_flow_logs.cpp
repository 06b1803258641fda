#include <algorithm>

#include "model/check/rule.h"
#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool isLogged(const Facts& facts, const AnyId& thing) {
    return std::ranges::any_of(facts.design().flowLogs,
                               [&](const FlowLog& log) { return log.resource.value == thing.value; });
}

bool isCovered(const Facts& facts, const Vpc& vpc) {
    const auto subnets = facts.network().subnetsOf(vpc.id);
    return isLogged(facts, vpc.id) || (!subnets.empty() && std::ranges::all_of(subnets, [&](const Subnet* subnet) {
               return isLogged(facts, subnet->id);
           }));
}

void lookAt(const Facts& facts, const Vpc& vpc, std::vector<Finding>& found) {
    const bool hasTraffic =
        !facts.network().workloadsOf(vpc.id).empty() || !facts.network().endpointsOf(vpc.id).empty();
    if (!hasTraffic || isCovered(facts, vpc)) return;
    const std::string name = facts.name(vpc.id);
    FlowLog log;
    log.id = {freeId(facts.design(), "fl-" + vpc.id.value)};
    log.resource = vpc.id;
    log.aggregationSeconds = 60;
    log.destinationType = LogDestination::S3;
    Finding finding{vpc.id, name + " has no flow logs: nobody sees who talks to whom.", Severity::Warning};
    finding.fixes.push_back(safeFix("Add flow log to " + name, edits::addFlowLog(std::move(log))));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule vpcWithoutFlowLogs = {
    .code = "OBS001",
    .name = "vpc-without-flow-logs",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "A VPC with traffic has flow logs",
    .why =
        "Flow logs are the only record of accepted and rejected connections. Without them a blocked call is guesswork, "
        "and an "
        "unwanted one is never seen.",
    .howToFix = "Log the whole VPC, all traffic, every minute, to an S3 bucket or a log group.",
    .source = "Security Hub EC2.6; Amazon EC2 API, CreateFlowLogs (F-276)",
    .check = each<&Design::vpcs, lookAt>(),
};

}  // namespace gw::rules
