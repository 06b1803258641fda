#include "model/check/policy_stops.h"
#include "model/core/words.h"

namespace gw::rules {
namespace {

std::string wordsFor(const Step& stop, const std::string& name) {
    if (stop.code == nameOf(Code::PolicyScpImplicit)) return "What the service control policies at " + name + " allow";
    if (stop.code == nameOf(Code::PolicyScpExplicit)) return "The service control policy " + name;
    if (stop.code == nameOf(Code::PolicyRcpExplicit)) return "The resource control policy " + name;
    return "The permissions boundary " + name;
}

void lookAt(const Facts& facts, const FlowFacts& flow, std::vector<Finding>& found) {
    if (!flow.service) return;
    for (const Step* stop :
         policyStops(flow, {Code::PolicyBoundaryImplicit, Code::PolicyBoundaryExplicit, Code::PolicyScpImplicit,
                            Code::PolicyScpExplicit, Code::PolicyRcpExplicit}))
        found.push_back({stop->subject,
                         wordsFor(*stop, facts.name(stop->subject)) + " stops " + listedWords(stop->actions) + " of " +
                             facts.name(flow.flow.from) + " on " + facts.name(flow.service->id) + ".",
                         Severity::Error});
}

}  // namespace

extern const Rule guardrailBlocksNeed = {
    .code = "PSE033",
    .name = "guardrail-blocks-need",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Permissions boundaries and control policies leave room for what flows need",
    .why =
        "A permissions boundary, a service control policy and a resource control policy grant nothing and bound all "
        "that other policies grant: whatever the role's own policies say, the call fails with AccessDenied.",
    .howToFix = "Let the boundary or control policy allow the action, or take the need elsewhere.",
    .source = "IAM User Guide, Policy evaluation logic (F-306, F-311)",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
