#include "model/check/policy_stops.h"
#include "model/core/words.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const FlowFacts& flow, std::vector<Finding>& found) {
    // Keys and APIs have rules of their own.
    if (!flow.service || flow.service->service == "execute-api") return;
    for (const Step* stop : policyStops(flow, {Code::PolicyResourceExplicit})) {
        if (isOfKey(facts, *stop)) continue;
        found.push_back({stop->subject,
                         "The policy of " + facts.name(stop->subject) + " denies " + facts.name(flow.flow.from) + " " +
                             listedWords(stop->actions) + " (" + stop->detail + ").",
                         Severity::Error, allowingFixes(facts, flow, *stop)});
    }
}

}  // namespace

extern const Rule resourcePolicyDeniesNeed = {
    .code = "PSE036",
    .name = "resource-policy-denies-need",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A resource's policy denies no flow that needs the resource",
    .why =
        "A Deny wins over every Allow. One that is to keep other networks out, and names an endpoint, VPC or address "
        "that the flow does not come by, keeps out the flow as well.",
    .howToFix = "Add the flow's endpoint, VPC or role to what the statement excepts.",
    .source =
        "IAM User Guide, Policy evaluation logic; Amazon S3 User Guide, Controlling access from VPC endpoints (F-117)",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
