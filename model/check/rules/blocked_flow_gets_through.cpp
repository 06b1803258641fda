#include "model/check/needs.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

std::vector<Finding> look(const Facts& facts) {
    std::vector<Finding> found;
    for (const auto& [flow, trace, caller, vpc, service] : facts.flows()) {
        if (flow.intent != FlowIntent::Blocked || trace.verdict == Verdict::Blocked) continue;
        // Whether a service lets the call in is for its policies to say, and those are not judged yet.
        if (serviceOf(facts.design(), flow)) continue;
        const std::string who = facts.name(AnyId(flow.from.value));
        const std::string what = facts.name(AnyId(flow.to.value));
        if (trace.verdict == Verdict::Unknown)
            found.push_back(
                {flow.id, "Whether " + what + " is closed to " + who + " cannot be told.", Severity::Warning});
        else
            found.push_back({flow.id, trace.summary + " It is meant to be blocked.", Severity::Error});
    }
    return found;
}

}  // namespace

extern const Rule blockedFlowGetsThrough = {
    .code = "INV002",
    .name = "blocked-flow-gets-through",
    .severity = Severity::Error,
    .category = Category::Security,
    .title = "What is meant to be blocked is blocked",
    .why =
        "A flow that is drawn as blocked says that this caller must not reach that target. The network lets it through "
        "all the same.",
    .howToFix = "Take the rule or route out that lets it through; the trace names each stage that it passes.",
    .source = "Your own design; its paths as trace shows them, stage by stage",
    .check = look,
};

}  // namespace gw::rules
