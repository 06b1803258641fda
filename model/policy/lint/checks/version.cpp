#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/text_edits.h"

namespace gw::lint {
namespace {

void look(const LintedPolicy& policy, PolicyFindings& found) {
    const JsonNode* root = policy.root();
    if (!root || !root->is(JsonNode::Kind::Object) || !root->find("Statement")) return;
    // A variable means something else in the new language: then people look first.
    const bool same = policy.text().find("${") == std::string_view::npos;
    const JsonNode* version = root->find("Version");
    if (!version) {
        found.add(root->offset, "The policy has no Version; AWS reads it as one of 2008, without policy variables.")
            .fix = PolicyFix{
            "Write version 2012-10-17",
            same,
            {insertBefore(policy.text(), root->children.front().second.keyOffset, R"("Version": "2012-10-17")")}};
    } else if (policy.policy().version == "2008-10-17") {
        found.add(version->offset, "The policy is written in the language of 2008, which knows no policy variables.")
            .fix =
            PolicyFix{"Write version 2012-10-17", same, {replaceString(policy.text(), version->offset, "2012-10-17")}};
    }
}

}  // namespace

constinit const PolicyCheck versionMissing = {
    .code = "PSY002",
    .name = "version-missing",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "A policy says version 2012-10-17",
    .why = "Without it AWS takes the language of 2008, in which a policy variable is a text like any other.",
    .howToFix = "Write \"Version\": \"2012-10-17\".",
    .source = "IAM User Guide, IAM JSON policy elements: Version (F-294); IAM Access Analyzer, Missing version",
    .look = look,
};

}  // namespace gw::lint
