#include "model/check/needs.h"
#include "model/check/rule.h"
#include "model/reach/codes.h"

namespace gw::rules {
namespace {

void lookAt(const Facts&, const FlowFacts& flow, std::vector<Finding>& found) {
    if (!isWanted(flow.flow)) return;
    for (const Hop& hop : flow.trace.hops)
        for (const Step& step : hop.steps)
            if (step.outcome == Outcome::Unknown && step.code == nameOf(Code::PolicyNotKnown))
                found.push_back({flow.flow.id, step.text, Severity::Hint});
}

}  // namespace

extern const Rule answerDependsOnUnknownKey = {
    .code = "PSE034",
    .name = "answer-depends-on-unknown-key",
    .severity = Severity::Hint,
    .category = Category::Traffic,
    .title = "The design says what policies ask of the calls that it needs",
    .why =
        "A statement may ask for a tag, an address or a header that follows neither from the design nor from the way "
        "of the call, or for a resource that the flow does not name. Whether the call is allowed is then open: it may "
        "be denied the day it is made.",
    .howToFix =
        "Add what is missing to the design (tags, ARN, account), or ask in the policy for something that the way of "
        "the call decides, such as aws:SourceVpce.",
    .source = "IAM User Guide, AWS global condition context keys (F-302, F-312 to F-322)",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
