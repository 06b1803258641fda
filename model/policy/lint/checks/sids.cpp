#include <map>

#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/checks/refusals.h"

namespace gw::lint {
namespace {

void look(const LintedPolicy& policy, PolicyFindings& found) {
    forEachProblem(policy, {PolicyProblem::Kind::BadSid},
                   [&](const PolicyProblem& problem) { found.add(problem.offset, problem.message); });
    // Where a type takes a Sid twice, people and logs still cannot tell the statements apart.
    if (infoOf(policy.type()).plainSid) return;
    std::map<std::string, int> seen;
    for (const PolicyStatement& statement : policy.statements()) {
        if (statement.sid.empty() || ++seen[statement.sid] < 2) continue;
        const JsonNode* node = policy.nodeOf(statement);
        const JsonNode* sid = node ? node->find("Sid") : nullptr;
        if (sid) found.add(sid->offset, Severity::Hint, "Two statements have the Sid \"" + statement.sid + "\".");
    }
}

}  // namespace

constinit const PolicyCheck sidMalformed = {
    .code = "PSY021",
    .name = "sid-malformed",
    .severity = Severity::Error,
    .category = Category::Api,
    .title = "A Sid stands once, in letters and digits where the type asks for them",
    .why =
        "Identity and trust policies take letters and digits in a Sid, and each Sid once. Elsewhere two of a name are "
        "taken, but nobody can tell from a message which one is meant.",
    .howToFix = "Rename the statement.",
    .source = "IAM User Guide, IAM JSON policy elements: Sid (F-293); IAM Access Analyzer, Unique Sids required",
    .look = look,
};

}  // namespace gw::lint
