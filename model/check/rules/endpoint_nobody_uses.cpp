#include <algorithm>
#include <map>
#include <set>

#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/edit/edits.h"

namespace gw::rules {
namespace {

/// Whether an interface endpoint of the VPC leans on the gateway endpoint: with private DNS for the inbound resolver
/// alone it must stay (FACTS F-125).
bool isLeantOn(const Facts& facts, const Endpoint& gateway) {
    return std::ranges::any_of(facts.network().endpointsOf(gateway.vpc), [&](const Endpoint* other) {
        return other->service == gateway.service && other->privateDnsOnlyForInboundResolver;
    });
}

/// What becomes of calls to services.
struct Use {
    /// By service that is called at all: whether every call is private, and none waits for an endpoint to be repaired.
    std::map<std::string, bool, std::less<>> isServed{};
    std::set<std::string> taken{};

    void count(std::string_view service, const Trace& trace) {
        const auto at = isServed.emplace(service, true).first;
        at->second = at->second && isPrivate(trace.network);
        for (const AnyId& id : trace.via) taken.insert(id.value);
    }
};

Use useOf(const Facts& facts) {
    Use use;
    for (const Trace& trace : facts.traces()) {
        const Flow* flow = find(facts.design(), trace.flow);
        if (const ServiceResource* target = serviceOf(facts.design(), *flow); target && isWanted(*flow))
            use.count(target->service, trace);
    }
    for (const CompanionNeed& need : facts.companionNeeds())
        if (!need.flow) use.count(need.service, need.supposed->value);
    return use;
}

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    const Use use = useOf(facts);
    for (const Endpoint& endpoint : facts.design().endpoints) {
        const bool isGateway = endpoint.type == EndpointType::Gateway;
        if (endpoint.service.empty() || (isGateway && isLeantOn(facts, endpoint))) continue;
        const auto served = use.isServed.find(endpoint.service);
        if (served == use.isServed.end() || !served->second || use.taken.contains(endpoint.id.value)) continue;
        const std::string name = facts.name(endpoint.id);
        found.push_back({endpoint.id,
                         "No call takes " + name + (isGateway ? "." : ", which is paid by the hour."),
                         isGateway ? Severity::Hint : Severity::Warning,
                         {reviewedFix("Remove " + name, edits::removeThings({endpoint.id.value}))}});
    }
    return found;
}

}  // namespace

extern const Rule endpointNobodyUses = {
    .code = "VPE014",
    .name = "endpoint-nobody-uses",
    .severity = Severity::Warning,
    .category = Category::Cost,
    .title = "Some call takes each endpoint",
    .why =
        "All calls to the service take another way, so this endpoint carries nothing. An interface endpoint is paid "
        "for by the hour and zone all the same.",
    .howToFix = "Remove it, or lead calls to it.",
    .source = "AWS PrivateLink pricing; analysis of paths (F-017, F-018)",
    .check = look,
};

}  // namespace gw::rules
