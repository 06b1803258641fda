#include <algorithm>
#include <set>

#include "model/policy/condition_value.h"
#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/globs.h"
#include "model/policy/lint/statement_actions.h"
#include "model/policy/lint/subsumption.h"
#include "model/policy/lint/text_edits.h"

namespace gw::lint {
namespace {

/// Most texts of a list that are held against each other: the work grows with their square.
constexpr std::size_t mostCompared = 400;

/// Each text that another one of the list makes needless; of two that are the same the later.
template <class Covers>
void lookAtList(const LintedPolicy& policy, const std::vector<PlacedText>& texts, Covers covers,
                PolicyFindings& found) {
    const std::size_t count = std::min(texts.size(), mostCompared);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j) {
            if (i == j || !covers(texts[j].text, texts[i].text)) continue;
            if (covers(texts[i].text, texts[j].text) && i < j) continue;
            const std::string by =
                texts[i].text == texts[j].text ? "stands here twice" : "is part of \"" + texts[j].text + "\" beside it";
            PolicyFinding& finding = found.add(texts[i].offset, "\"" + texts[i].text + "\" " + by + ".");
            if (const JsonNode* entry = policy.entryAt(texts[i].offset))
                finding.fix = PolicyFix{"Take " + texts[i].text + " out", true, {removeEntry(policy.text(), *entry)}};
            break;
        }
}

bool actionCovers(const std::string& outer, const std::string& inner) {
    return globCovers(lowerCase(outer), lowerCase(inner));
}

bool isSame(const std::string& a, const std::string& b) {
    return a == b;
}

void lookAtStatements(const LintedPolicy& policy, PolicyFindings& found) {
    const auto& statements = policy.statements();
    const std::size_t count = std::min(statements.size(), mostCompared);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j) {
            if (i == j || statements[i].effect != statements[j].effect || !covers(statements[j], statements[i]))
                continue;
            if (covers(statements[i], statements[j]) && i < j) continue;
            PolicyFinding& finding =
                found.add(statements[i].offset, policy.nameOf(statements[i]) + " says nothing that " +
                                                    policy.nameOf(statements[j]).replace(0, 1, "s") + " does not say.");
            const JsonNode* node = policy.nodeOf(statements[i]);
            if (node && policy.entryAt(statements[i].offset) == node)
                finding.fix = PolicyFix{"Take " + policy.nameOf(statements[i]).replace(0, 1, "s") + " out",
                                        true,
                                        {removeEntry(policy.text(), *node)}};
            break;
        }
}

void look(const LintedPolicy& policy, PolicyFindings& found) {
    for (const PolicyStatement& statement : policy.statements()) {
        lookAtList(policy, statement.action.patterns, actionCovers, found);
        if (statement.resource) lookAtList(policy, statement.resource->patterns, resourceCovers, found);
        for (const PolicyCondition& condition : statement.conditions)
            lookAtList(policy, condition.values, isSame, found);
    }
    lookAtStatements(policy, found);
}

void lookForEmpty(const LintedPolicy& policy, PolicyFindings& found) {
    for (const PolicyProblem& problem : policy.problems())
        if (problem.kind == PolicyProblem::Kind::Empty) found.add(problem.offset, Severity::Error, problem.message);
    for (const PolicyStatement& statement : policy.statements()) {
        const JsonNode* node = policy.nodeOf(statement);
        const JsonNode* sid = node ? node->find("Sid") : nullptr;
        const JsonNode* condition = node ? node->find("Condition") : nullptr;
        if (sid && sid->is(JsonNode::Kind::String) && sid->text.empty())
            found.add(sid->keyOffset, "The Sid is empty.").fix =
                PolicyFix{"Take the empty Sid out", true, {removeEntry(policy.text(), *sid)}};
        if (condition && condition->is(JsonNode::Kind::Object) && condition->children.empty())
            found.add(condition->keyOffset, "The condition asks for nothing.").fix =
                PolicyFix{"Take the empty condition out", true, {removeEntry(policy.text(), *condition)}};
    }
}

void lookForBlocks(const LintedPolicy& policy, PolicyFindings& found) {
    for (const PolicyStatement& statement : policy.statements())
        for (const PolicyCondition& condition : statement.conditions) {
            if (condition.compares.family != ConditionOperator::Family::Ip) continue;
            for (const PlacedText& value : condition.values) {
                const auto block = addressBlockOf(value.text);
                if (!block || !block->hasHostBits()) continue;
                const Cidr plain = block->canonical();
                found.add(value.offset, value.text + " is read as " + plain.text() + ".").fix = PolicyFix{
                    "Write " + plain.text(), true, {replaceString(policy.text(), value.offset, plain.text())}};
            }
        }
}

}  // namespace

constinit const PolicyCheck elementRedundant = {
    .code = "PSY024",
    .name = "element-redundant",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Nothing in a policy is said twice",
    .why = "What another entry says already makes a policy longer and its meaning harder to see.",
    .howToFix = "Take it out.",
    .source = "IAM Access Analyzer, Redundant action, Redundant resource, Redundant statement",
    .look = look,
};

constinit const PolicyCheck elementEmpty = {
    .code = "PSY025",
    .name = "element-empty",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "No element of a policy is empty",
    .why = "AWS refuses empty lists of actions, resources and values; an empty Sid or condition says nothing.",
    .howToFix = "Fill it in or take it out.",
    .source = "IAM User Guide, Grammar of the IAM JSON policy language; IAM Access Analyzer, Empty array and its kin",
    .look = lookForEmpty,
};

constinit const PolicyCheck blockNotCanonical = {
    .code = "PSY026",
    .name = "block-not-canonical",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "An address block of a condition has no bits behind its prefix",
    .why = "The bits behind the prefix are left aside: the block may be another one than was meant.",
    .howToFix = "Write the block that is meant.",
    .source = "IAM Access Analyzer, Improve IP range",
    .look = lookForBlocks,
};

}  // namespace gw::lint
