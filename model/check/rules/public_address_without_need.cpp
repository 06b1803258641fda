#include <algorithm>
#include <set>

#include "model/catalog/catalog.h"
#include "model/check/outlook.h"
#include "model/check/recommend.h"
#include "model/check/rule.h"
#include "model/core/words.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

bool isCalledFromInternet(const Facts& facts, const Workload& workload) {
    return std::ranges::any_of(facts.network().flowsTo(workload.id), [&](const Flow* flow) {
        return flow->intent != FlowIntent::Blocked && find(facts.design(), Id<Client>{flow->from.value});
    });
}

/// The flows of the workload that go out through an internet gateway: without the address they would stop.
std::vector<const Flow*> goingOutByIt(const Facts& facts, const Workload& workload) {
    std::vector<const Flow*> out;
    for (const Flow* flow : facts.network().flowsFrom(workload.id)) {
        const Trace* trace = facts.traceOf(flow->id);
        if (trace && std::ranges::any_of(trace->via, [&](const AnyId& id) {
                return find(facts.design(), Id<InternetGateway>{id.value}) != nullptr;
            }))
            out.push_back(flow);
    }
    return out;
}

/// Takes the address away once endpoints carry what goes out by it; none where something else than those could.
std::vector<Fix> fixesOf(const Facts& facts, const Workload& workload) {
    const std::string address = "the public address from " + facts.name(workload.id);
    const auto out = goingOutByIt(facts, workload);
    if (out.empty()) return {reviewedFix("Take " + address, edits::setPublicIp(workload.id, false))};
    const Vpc* vpc = facts.network().vpcOf(workload);
    std::vector<Edit> steps;
    std::set<std::string> services;
    std::set<std::string> titles;  // several services may have one
    for (const Flow* flow : out) {
        const ServiceResource* resource = find(facts.design(), Id<ServiceResource>{flow->to.value});
        const Recommendation* endpoint = vpc && resource ? endpointFor(facts, *flow, *vpc, *resource) : nullptr;
        if (!endpoint) return {};
        titles.insert(titleOf(resource->service));
        if (services.insert(resource->service).second) steps.push_back(endpoint->edit);
    }
    steps.push_back(edits::setPublicIp(workload.id, false));
    Fix fix = reviewedFix(
        "Lead calls of " + listedWords({titles.begin(), titles.end()}) + " through endpoints and take " + address,
        inOrder({}, std::move(steps)));
    return Outlook(facts, fix.edit).harmsNothing() ? std::vector{std::move(fix)} : std::vector<Fix>{};
}

void lookAt(const Facts& facts, const Workload& workload, std::vector<Finding>& found) {
    if ((!workload.publicIp && workload.elasticIps.empty()) || isCalledFromInternet(facts, workload)) return;
    const std::string name = facts.name(workload.id);
    found.push_back({workload.id, name + " has a public address, and nobody outside calls it.", Severity::Warning,
                     fixesOf(facts, workload)});
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
