#include <algorithm>
#include <set>

#include "model/check/rule.h"
#include "model/check/words.h"
#include "model/design/references.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool isLogged(const Design& design, const AnyId& thing) {
    return std::ranges::any_of(design.flowLogs, [&](const FlowLog& log) { return log.resource.value == thing.value; });
}

/// Whether somebody keeps flow logs in this VPC at all; where nobody does, the VPC is the finding.
bool hasSomeLog(const Facts& facts, const Id<Vpc>& vpc) {
    const auto subnets = facts.network().subnetsOf(vpc);
    return std::ranges::any_of(subnets, [&](const Subnet* subnet) { return isLogged(facts.design(), subnet->id); });
}

void lookAt(const Facts& facts, const Endpoint& endpoint, std::vector<Finding>& found) {
    if (isLogged(facts.design(), endpoint.vpc) || !hasSomeLog(facts, endpoint.vpc)) return;
    std::set<Id<Subnet>> missing(endpoint.subnets.begin(), endpoint.subnets.end());
    std::erase_if(missing,
                  [&](const Id<Subnet>& id) { return isLogged(facts.design(), id) || !find(facts.design(), id); });
    if (missing.empty()) return;
    const std::string name = facts.name(endpoint.id);
    std::vector<Edit> steps;
    for (const Id<Subnet>& subnet : missing) {
        FlowLog log;
        log.id = {freeId(facts.design(), "fl-" + subnet.value)};
        log.resource = subnet;
        log.aggregationSeconds = 60;
        log.destinationType = LogDestination::S3;
        steps.push_back(edits::addFlowLog(std::move(log)));
    }
    Finding finding{endpoint.id,
                    "No flow log sees " + name + " in " + facts.name(*missing.begin()) + andMore(missing.size()) + ".",
                    Severity::Hint};
    finding.fixes.push_back(safeFix("Add flow logs where " + name + " stands", inOrder({}, std::move(steps))));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule endpointWithoutFlowLogs = {
    .code = "OBS003",
    .name = "endpoint-without-flow-logs",
    .severity = Severity::Hint,
    .category = Category::Security,
    .title = "Flow logs see the interfaces of endpoints",
    .why =
        "The interfaces of an endpoint are the place where all private calls to a service pass: who calls it is read "
        "there. Logs "
        "of the callers' subnets alone miss callers from elsewhere.",
    .howToFix = "Log the endpoint's subnets too, or the whole VPC.",
    .source = "Amazon EC2 API, CreateFlowLogs (F-018, F-276)",
    .check = each<&Design::endpoints, lookAt>(),
};

}  // namespace gw::rules
