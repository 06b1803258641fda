#include "model/check/closings.h"
#include "model/check/needs.h"
#include "model/check/rule.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const FlowFacts& each, std::vector<Finding>& found) {
    const auto& [flow, trace, caller, vpc, service] = each;
    if (flow.intent != FlowIntent::Blocked || trace.verdict == Verdict::Blocked) return;
    // Whether a service lets the call in is for policies to say; where they cannot be asked, nothing is.
    if (trace.policiesOpen) return;
    const std::string who = facts.name(AnyId(flow.from.value));
    const std::string what = facts.name(AnyId(flow.to.value));
    if (trace.verdict == Verdict::Unknown)
        found.push_back({flow.id, "Whether " + what + " is closed to " + who + " cannot be told.", Severity::Warning,
                         closingFixes(facts, each)});
    else
        found.push_back(
            {flow.id, trace.summary + " It is meant to be blocked.", Severity::Error, closingFixes(facts, each)});
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
        "all the same, and no policy that is asked denies it.",
    .howToFix = "Take the rule or route out that lets it through; the trace names each stage that it passes.",
    .source = "Your own design; its paths as trace shows them, stage by stage",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
