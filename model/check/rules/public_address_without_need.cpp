#include <algorithm>

#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool isCalledFromInternet(const Facts& facts, const Workload& workload) {
    return std::ranges::any_of(facts.network().flowsTo(workload.id), [&](const Flow* flow) {
        return flow->intent != FlowIntent::Blocked && find(facts.design(), Id<Client>{flow->from.value});
    });
}

/// Whether some flow of the workload goes out through an internet gateway: without the address it would stop.
bool goesOutByIt(const Facts& facts, const Workload& workload) {
    return std::ranges::any_of(facts.network().flowsFrom(workload.id), [&](const Flow* flow) {
        const Trace* trace = facts.traceOf(flow->id);
        return trace && std::ranges::any_of(trace->via, [&](const AnyId& id) {
                   return find(facts.design(), Id<InternetGateway>{id.value}) != nullptr;
               });
    });
}

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    if ((!workload.publicIp && workload.elasticIps.empty()) || isCalledFromInternet(facts, workload)) return;
    const std::string name = facts.name(workload.id);
    Finding finding{workload.id, name + " has a public address, and nobody outside calls it.", Severity::Warning};
    if (!goesOutByIt(facts, workload))
        finding.fixes.push_back(
            reviewedFix("Take the public address from " + name, edits::setPublicIp(workload.id, false)));
    found.push_back(std::move(finding));
}

}  // namespace

extern const Rule publicAddressWithoutNeed = {
    .code = "NET028",
    .name = "public-address-without-need",
    .severity = Severity::Warning,
    .category = Category::Security,
    .title = "Only what is called from outside has a public address",
    .why =
        "A public address makes a workload reachable from the internet as soon as a route and a security group allow "
        "it. To "
        "call AWS services it is not needed: VPC endpoints answer on private addresses.",
    .howToFix =
        "Lead its calls through VPC endpoints (or a NAT gateway, for the internet itself) and take the address away. "
        "If it "
        "is meant to be called from outside, draw the flow.",
    .source = "Security Hub EC2.9; Amazon VPC User Guide, Enable internet access (F-221)",
    .check = each<&Design::workloads, lookAt>(),
};

}  // namespace gw::rules
