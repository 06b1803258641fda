#include "model/check/policy_stops.h"
#include "model/core/words.h"

namespace gw::rules {
namespace {

void lookAt(const Facts& facts, const FlowFacts& flow, std::vector<Finding>& found) {
    if (!flow.service) return;
    for (const Step* stop : policyStops(flow, {Code::PolicyResourceImplicit, Code::PolicyResourceExplicit})) {
        if (!isOfKey(facts, *stop)) continue;
        const std::string behind = stop->subject == AnyId(flow.service->id)
                                       ? ""
                                       : ", which " + facts.name(flow.service->id) + " is encrypted with";
        found.push_back({stop->subject,
                         "The key policy of " + facts.name(stop->subject) + behind + (behind.empty() ? "" : ",") +
                             " does not let " + facts.name(flow.flow.from) + " do " + listedWords(stop->actions) + ".",
                         Severity::Error, allowingFixes(facts, flow, *stop)});
    }
}

}  // namespace

extern const Rule keyPolicyMissesNeed = {
    .code = "PSE028",
    .name = "key-policy-misses-need",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A key's policy lets in the flows that need the key",
    .why =
        "Nobody may use a KMS key unless its key policy says so, not even its own account: IAM policies of the account "
        "count only where the key policy hands the decision to them.",
    .howToFix = "Allow the role the action in the key policy, or allow the account, so that IAM policies decide.",
    .source = "AWS KMS Developer Guide, Key policies in AWS KMS",
    .check = eachFlow<lookAt>(),
};

}  // namespace gw::rules
