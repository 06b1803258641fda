#include <array>

#include "model/catalog/iam.h"
#include "model/policy/lint/checks/checks.h"
#include "model/policy/lint/conditions.h"
#include "model/policy/lint/globs.h"
#include "model/policy/lint/subsumption.h"
#include "model/policy/lint/text_edits.h"
#include "model/policy/pattern.h"

// Policies and statements that come to nothing, or to nothing else.
namespace gw::lint {
namespace {

using Family = ConditionOperator::Family;

/// What changes a resource's own policy, by service.
constexpr std::array<std::string_view, 8> managingActions{
    "s3:PutBucketPolicy",      "kms:PutKeyPolicy",           "sqs:SetQueueAttributes",
    "sns:SetTopicAttributes",  "dynamodb:PutResourcePolicy", "secretsmanager:PutResourcePolicy",
    "ecr:SetRepositoryPolicy", "events:PutPermission"};

/// The first managing action that the pattern means, of the policy's service where that is known.
std::string_view managingActionOf(const LintedPolicy& policy, const std::string& pattern) {
    for (const std::string_view action : managingActions)
        if (matchesWildcard(pattern, action, true) &&
            (policy.place().service.empty() || servicePrefixOf(action) == policy.place().service))
            return action;
    return {};
}

void lookForLockOut(const LintedPolicy& policy, PolicyFindings& found) {
    if (policy.type() != PolicyType::Resource) return;
    for (const PolicyStatement& statement : policy.statements()) {
        if (statement.allows() || !isForEveryone(statement) || !statement.conditions.empty() ||
            statement.action.negated)
            continue;
        // A Deny on a bucket's objects alone leaves the bucket's own policy alone.
        if (statement.resource && (statement.resource->negated ||
                                   std::ranges::all_of(statement.resource->patterns, [](const PlacedText& resource) {
                                       return resource.text != "*" && resource.text.find('/') != std::string::npos;
                                   })))
            continue;
        for (const PlacedText& action : statement.action.patterns)
            if (const std::string_view managing = managingActionOf(policy, action.text); !managing.empty()) {
                found.add(action.offset, policy.nameOf(statement) + " denies " +
                                             (action.text == "*" ? "everything" : std::string(managing)) +
                                             " to everybody: nobody but the account's root user can undo it.");
                break;
            }
    }
}

void lookForNothing(const LintedPolicy& policy, PolicyFindings& found) {
    const PolicyType type = policy.type();
    if (type != PolicyType::Endpoint && type != PolicyType::Trust && type != PolicyType::Boundary &&
        type != PolicyType::Session)
        return;
    const bool unclear = std::ranges::any_of(policy.problems(), [](const PolicyProblem& problem) {
        return problem.kind == PolicyProblem::Kind::BadEffect || problem.kind == PolicyProblem::Kind::WrongType;
    });
    if (unclear || policy.statements().empty() || std::ranges::any_of(policy.statements(), &PolicyStatement::allows))
        return;
    const std::string_view what = type == PolicyType::Endpoint ? "nothing passes the endpoint"
                                  : type == PolicyType::Trust  ? "nobody can assume the role"
                                                               : "nothing is allowed under it";
    found.add(policy.statements().front().offset, "The policy has no Allow: " + std::string(what) + ".");
}

void lookForDead(const LintedPolicy& policy, PolicyFindings& found) {
    constexpr std::size_t mostCompared = 400;
    const auto& statements = policy.statements();
    if (statements.size() > mostCompared) return;
    for (const PolicyStatement& allow : statements) {
        if (!allow.allows()) continue;
        const auto deny = std::ranges::find_if(
            statements, [&](const PolicyStatement& each) { return !each.allows() && covers(each, allow); });
        if (deny == statements.end()) continue;
        PolicyFinding& finding = found.add(
            allow.offset, policy.nameOf(allow) + " allows nothing: " + policy.nameOf(*deny).replace(0, 1, "s") +
                              " denies all of it.");
        const JsonNode* node = policy.nodeOf(allow);
        if (node && policy.entryAt(allow.offset) == node)
            finding.fix = PolicyFix{
                "Take " + policy.nameOf(allow).replace(0, 1, "s") + " out", true, {removeEntry(policy.text(), *node)}};
    }
}

bool comparesTexts(const PolicyCondition& condition) {
    const Family family = condition.compares.family;
    return (family == Family::String || family == Family::StringIgnoreCase || family == Family::StringLike ||
            family == Family::Arn) &&
           condition.compares.quantifier == ConditionOperator::Quantifier::None;
}

/// As a pattern that a value of the request must match.
std::string globOfValue(const PolicyCondition& condition, const std::string& value) {
    // Where letter case does not count for one of the two it is left aside for both: they then meet more often.
    const bool wild = condition.compares.family == Family::StringLike || condition.compares.family == Family::Arn ||
                      value.find("${") != std::string::npos;
    return lowerCase(wild ? globOf(value) : value);
}

/// Whether no value of the one key can satisfy both.
bool contradict(const PolicyCondition& a, const PolicyCondition& b) {
    if (lowerCase(a.key.text) != lowerCase(b.key.text)) return false;
    const auto isAbsence = [](const PolicyCondition& condition) {
        return condition.compares.family == Family::Null &&
               condition.compares.quantifier == ConditionOperator::Quantifier::None && condition.values.size() == 1 &&
               lowerCase(condition.values[0].text) == "true";
    };
    if (isAbsence(a)) return asksForKey(b);
    if (isAbsence(b)) return asksForKey(a);
    if (!asksForKey(a) || !asksForKey(b) || !comparesTexts(a) || !comparesTexts(b)) return false;
    constexpr std::size_t mostCompared = 100;
    if (a.values.empty() || b.values.empty() || a.values.size() > mostCompared || b.values.size() > mostCompared)
        return false;
    // A literal star is a star, not a wildcard: such values are left alone.
    const auto hasLiteralWildcard = [](const PolicyCondition& condition) {
        return (condition.compares.family == Family::String || condition.compares.family == Family::StringIgnoreCase) &&
               std::ranges::any_of(condition.values, [](const PlacedText& value) {
                   return value.text.find_first_of("*?") != std::string::npos;
               });
    };
    if (hasLiteralWildcard(a) || hasLiteralWildcard(b)) return false;
    return std::ranges::none_of(a.values, [&](const PlacedText& one) {
        return std::ranges::any_of(b.values, [&](const PlacedText& other) {
            return globsMeet(globOfValue(a, one.text), globOfValue(b, other.text));
        });
    });
}

void lookForNever(const LintedPolicy& policy, PolicyFindings& found) {
    for (const PolicyStatement& statement : policy.statements()) {
        const auto& conditions = statement.conditions;
        const auto network = std::ranges::find_if(
            conditions, [](const PolicyCondition& each) { return isOnNetwork(each) && asksForKey(each); });
        const auto address = std::ranges::find_if(
            conditions, [](const PolicyCondition& each) { return isOn(each, "aws:sourceip") && asksForKey(each); });
        if (network != conditions.end() && address != conditions.end()) {
            found.add(address->key.offset, policy.nameOf(statement) + " never applies: a request carries " +
                                               network->key.text + " or aws:SourceIp, not both.");
            continue;
        }
        for (std::size_t i = 1; i < std::min<std::size_t>(conditions.size(), 100); ++i) {
            const auto other =
                std::find_if(conditions.begin(), conditions.begin() + static_cast<std::ptrdiff_t>(i),
                             [&](const PolicyCondition& each) { return contradict(each, conditions[i]); });
            if (other == conditions.begin() + static_cast<std::ptrdiff_t>(i)) continue;
            found.add(conditions[i].key.offset, policy.nameOf(statement) + " never applies: no value of " +
                                                    conditions[i].key.text + " satisfies both " +
                                                    other->operatorName.text + " and " +
                                                    conditions[i].operatorName.text + ".");
            break;
        }
    }
}

}  // namespace

constinit const PolicyCheck everybodyLockedOut = {
    .code = "PSE011",
    .name = "everybody-locked-out",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "Somebody can still change a resource's policy",
    .why =
        "A Deny for everybody, without a condition, of the action that changes the policy leaves it as it is for good: "
        "only the root user of the account gets past it, and not with every service.",
    .howToFix = "Except a role with ArnNotLike aws:PrincipalArn, or deny less.",
    .source = "Amazon S3 User Guide, Bucket policies; checkov CKV_AWS_93 (F-117)",
    .look = lookForLockOut,
};

constinit const PolicyCheck policyAllowsNothing = {
    .code = "PSE024",
    .name = "policy-allows-nothing",
    .severity = Severity::Error,
    .category = Category::Traffic,
    .title = "A policy that must allow has an Allow",
    .why =
        "An endpoint policy, a trust policy, a boundary and a session policy let through what they allow and nothing "
        "else: with Deny alone everything is denied.",
    .howToFix = "Add a statement that allows what is needed, or * beside the Deny.",
    .source = "IAM User Guide, Policy evaluation logic; AWS PrivateLink Guide, Endpoint policies (F-306, F-307)",
    .look = lookForNothing,
};

constinit const PolicyCheck statementWithoutEffect = {
    .code = "PSE025",
    .name = "statement-without-effect",
    .severity = Severity::Hint,
    .category = Category::Practice,
    .title = "Each Allow allows something",
    .why = "A Deny wins over every Allow: what a Deny beside it covers whole is allowed to nobody.",
    .howToFix = "Take the Allow out, or narrow the Deny.",
    .source = "IAM User Guide, Policy evaluation logic (F-306)",
    .look = lookForDead,
};

constinit const PolicyCheck conditionNeverHolds = {
    .code = "PSE026",
    .name = "condition-never-holds",
    .severity = Severity::Warning,
    .category = Category::Traffic,
    .title = "The conditions of a statement can hold together",
    .why =
        "All conditions of a statement must hold. A request through an endpoint carries no aws:SourceIp and every "
        "other "
        "one no aws:SourceVpce, so a statement that asks for both never applies; nor does one that asks two values of "
        "one key.",
    .howToFix = "Give each its own statement.",
    .source =
        "IAM User Guide, Conditions with multiple context keys; AWS PrivateLink Guide, Amazon S3 (F-116, F-301, F-312)",
    .look = lookForNever,
};

}  // namespace gw::lint
