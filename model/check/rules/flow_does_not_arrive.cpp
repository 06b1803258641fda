#include <algorithm>

#include "model/check/needs.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

/// Whether some error says why: any about the flow or what stops it, and of its ends and what else it passes those
/// about traffic. A load balancer in too few zones does not explain that nothing listens behind it.
bool isToldBy(const Told& told, const FlowFacts& facing) {
    const auto& [flow, trace, caller, vpc, service] = facing;
    return told.has(AnyId(flow.id.value)) || told.hasStopped(AnyId(flow.from.value)) ||
           told.hasStopped(AnyId(flow.to.value)) ||
           std::ranges::any_of(trace.blockers,
                               [&](const Blocker& each) {
                                   return each.subject.value == flow.to.value ? told.hasStopped(each.subject)
                                                                              : told.has(each.subject);
                               }) ||
           std::ranges::any_of(trace.hops, [&](const Hop& each) { return told.hasStopped(each.subject); });
}

/// Over the internet, and neither by NAT nor by internet gateway, of which other rules speak.
bool leavesByAnotherWay(const Facts& facts, const FlowFacts& each) {
    return each.flow.intent == FlowIntent::Private && each.trace.verdict == Verdict::Public &&
           !natGatewayOn(facts.design(), each.trace) && !internetGatewayOn(facts.design(), each.trace);
}

std::vector<Finding> look(const Facts& facts, const Told& told) {
    std::vector<Finding> found;
    for (const FlowFacts& each : facts.flows()) {
        const bool stops = each.trace.verdict == Verdict::Blocked || each.trace.verdict == Verdict::Partial;
        if (stops && isWanted(each.flow) && !isToldBy(told, each))
            found.push_back({each.flow.id, each.trace.summary, Severity::Error});
        else if (leavesByAnotherWay(facts, each) && !isToldBy(told, each))
            found.push_back({each.flow.id, each.trace.summary + " It is meant to be private.", Severity::Warning});
    }
    return found;
}

}  // namespace

extern const Rule flowDoesNotArrive = {
    .code = "INV003",
    .name = "flow-does-not-arrive",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "What is drawn as a flow arrives, by the way that is meant",
    .why =
        "A flow says that its caller needs its target. Something stops it, always or now and then, or it is to be "
        "private and leaves for the internet; and no other rule has an error to tell about what stands on its way.",
    .howToFix = "Look at the path of the flow: it names each stage that stops it, and the least change that opens it.",
    .source = "Your own design; its paths as trace shows them, stage by stage",
    .check = look,
};

}  // namespace gw::rules
